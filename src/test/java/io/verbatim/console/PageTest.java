package io.verbatim.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Collation;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Reply.Button;
import io.verbatim.bot.Reply.Comparison;
import io.verbatim.bot.Reply.Heading;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.bot.Reply.Say;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final String TEXT =
      "Bees dance.  They tell others where well-known flowers are. Then they sleep.";

  @Test
  void quotesAreIndentedAndWrappedAtTheWidth() {
    var reply =
        Reply.of(
            List.of(
                new Heading("Bees"),
                new Say("The article does not answer that. Nearest to it:"),
                quotation(TEXT, Optional.empty())));

    assertEquals(
        """
        Bees

        The article does not
        answer that. Nearest to
        it:

        ┃ Bees dance.  They tell
        ┃ others where well-
        ┃ known flowers are.
        ┃ Then they sleep.
          ¶ 2 of 3 · Dances\
        """,
        text(new Page(24), reply));
  }

  @Test
  void plainPageKeepsEveryCharacterOfTheQuote() {
    String wild = "Tab\there, ESC \u001b[31m there,  two spaces,\r\nand a second line";

    assertEquals(
        """
        ┃ Tab\there, ESC \u001b[31m there,  two spaces,
        ┃ and a second line
          ¶ 2 of 3 · Dances\
        """,
        text(Page.PLAIN, Reply.of(List.of(quotation(wild, Optional.empty())))));
  }

  @Test
  void answeringSentenceIsBoldOverLineBreaks() {
    var answer = new Span(13, 59);

    var lines = new Page(24).lines(Reply.of(List.of(quotation(TEXT, Optional.of(answer)))));

    String bold = lines.stream().map(PageTest::bold).collect(Collectors.joining("|"));
    assertEquals("They tell|others where well-|known flowers are.||", bold);
  }

  @Test
  void answerAndItsPhraseAreFoundInAQuoteThatStartsInsideItsParagraph() {
    String part = TEXT.substring(13);
    var quote =
        new Quote(
            "bees.txt",
            "Bees",
            Optional.empty(),
            1,
            1,
            new Span(13, TEXT.length()),
            part,
            Optional.of(new Span(60, TEXT.length())),
            Optional.of(new Span(60, 64)));

    var lines = new Page(80).lines(Reply.of(List.of(new Quotation(quote, false, "¶ 1 of 1"))));

    assertEquals(" they sleep.", bold(lines.getFirst()));
    int phrase = lines.getFirst().toString().indexOf("Then");
    assertEquals(AttributedStyle.BOLD.underline(), lines.getFirst().styleAt(phrase));
  }

  @Test
  void sourceIsFaint() {
    var lines = new Page(80).lines(Reply.of(List.of(quotation(TEXT, Optional.empty()))));

    assertEquals(AttributedStyle.DEFAULT.faint(), lines.getLast().styleAt(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 24, 200})
  void noLineIsWiderThanThePageAndNoWordIsLost(int width) {
    String text =
        "Füchse 狐狸很聪明 👩‍👩‍👧 e\u0301te\u0301 https://example.org/a/long/address?with=query";

    var lines = new Page(width).lines(Reply.say(text));

    int widest = lines.stream().mapToInt(AttributedString::columnLength).max().orElseThrow();
    assertTrue(widest <= Math.max(width, 2), () -> lines.toString()); // wide characters take 2
    assertEquals(
        text.replace(" ", ""),
        lines.stream().map(String::valueOf).collect(Collectors.joining()).replace(" ", ""));
  }

  @Test
  void terminalObeysNothingThatAnArticleSays() {
    var lines = new Page(80).lines(Reply.say("red \u001b[31m bell \u0007 back \b tab\t."));

    assertEquals("red \uFFFD[31m bell \uFFFD back \uFFFD tab .", lines.getFirst().toString());
  }

  @Test
  void whatTheReaderHasWrongIsMarkedWithoutColoursToo() {
    var span = new Span(0, "Bees dance.".length());
    var quote =
        new Quote(
            "b.txt",
            "Bees",
            Optional.empty(),
            2,
            3,
            span,
            "Bees dance.",
            Optional.empty(),
            Optional.empty());
    var collation =
        new Collation(
            quote,
            List.of(
                new Collation.Part(Collation.Whose.BOTH, "Bees"),
                new Collation.Part(Collation.Whose.OTHER, " sing"),
                new Collation.Part(Collation.Whose.ARTICLE, " dance"),
                new Collation.Part(Collation.Whose.BOTH, ".")));

    assertEquals(
        "┃ Bees [-sing-] {+dance+}.\n  ¶ 2 of 3",
        text(new Page(80), Reply.of(List.of(new Comparison(collation, "¶ 2 of 3")))));
  }

  @Test
  void buttonsAreOfferedAsKeys() {
    List<List<Button>> buttons =
        List.of(
            List.of(
                new Button.Press("◀", "a"),
                new Button.Press("¶ 2", "b"),
                new Button.Press("▶", "c")),
            List.of(new Button.Copy("Copy", "Bees."), new Button.Press("👍", "d")),
            List.of(new Button.Press("More", "e")));
    var reply = new Reply(List.of(quotation("Bees.", Optional.empty())), buttons);

    String shown =
        new Page(80)
            .lines(reply, Keys.of(reply)).stream()
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));

    assertEquals("┃ Bees.\n  ¶ 2 of 3 · Dances\n  [<]  [1] ¶ 2  [>]\n  [2] More", shown);
  }

  private static Quotation quotation(String text, Optional<Span> answer) {
    var span = new Span(0, text.length());
    var quote =
        new Quote(
            "bees.txt", "Bees", Optional.of("Dances"), 2, 3, span, text, answer, Optional.empty());
    return new Quotation(quote, false, "¶ 2 of 3 · Dances");
  }

  private static String text(Page page, Reply reply) {
    return page.lines(reply).stream().map(String::valueOf).collect(Collectors.joining("\n"));
  }

  private static String bold(AttributedString line) {
    var bold = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      if (line.styleAt(i).equals(AttributedStyle.BOLD)) {
        bold.append(line.charAt(i));
      }
    }
    return bold.toString();
  }
}
