package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Address;
import io.verbatim.article.Library;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.bot.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/** Replies of any words and any quotes: what is sent keeps Telegram's limits and the article. */
class MessageFuzzTest {
  /** Longer than a message, full of characters of two units and more. */
  private static final Library LIBRARY =
      Articles.library(
          List.of("Bees are fond of clover. ".repeat(300).strip(), "👩‍👩‍👧‍👦".repeat(700)),
          List.of("Queen 👑.", "x".repeat(9_000), "One more e\u0301.", "Short."),
          List.of("Most don’t."));

  @Property(seed = "1")
  void everyReplyFitsAndEveryQuoteIsWhole(@ForAll("replies") List<Reply.Block> blocks) {
    // TelegramText itself refuses what breaks a limit.
    List<TelegramText> messages =
        new MessageWriter(LIBRARY, new Me(7, "VerbatimTestBot")).write(Reply.of(blocks));

    var quoted = new StringBuilder();
    var all = new StringBuilder();
    for (TelegramText message : messages) {
      all.append(message.text());
      for (MessageEntity entity : message.entities()) {
        if (entity.getType().endsWith("blockquote")) {
          int end = entity.getOffset() + entity.getLength();
          quoted.append(message.text(), entity.getOffset(), end);
        }
      }
    }
    var expected = new StringBuilder();
    for (Reply.Block block : blocks) {
      switch (block) {
        case Reply.Quotation(Quote quote, _, _, _) -> expected.append(quote.text());
        case Reply.Heading(String text) -> assertTrue(says(all, text), text);
        case Reply.Say(String text) -> assertTrue(says(all, text), text);
        default -> throw new AssertionError("a block of a kind that this test does not make");
      }
    }
    assertEquals(squeezed(expected), squeezed(quoted));
  }

  @Provide
  static Arbitrary<List<Reply.Block>> replies() {
    Arbitrary<String> words =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(30),
            Arbitraries.strings().withChars("ab ,.\n👑é").ofMaxLength(6_000));
    Arbitrary<Reply.Block> block =
        Arbitraries.oneOf(
            words.map(Reply.Say::new),
            words.map(Reply.Heading::new),
            Combinators.combine(
                    Arbitraries.randomValue(MessageFuzzTest::quote),
                    Arbitraries.of(true, false),
                    Arbitraries.strings().ofMaxLength(1_500))
                .as(Reply.Quotation::new));
    return block.list().ofMaxSize(12);
  }

  /** Words of a paragraph from one sentence to another, one of them marked. */
  private static Quote quote(Random random) {
    var paragraphs = LIBRARY.articles().getFirst().paragraphs();
    var paragraph = paragraphs.get(random.nextInt(paragraphs.size()));
    List<Span> sentences = paragraph.sentences();
    int first = random.nextInt(sentences.size());
    int last = first + random.nextInt(sentences.size() - first);
    var span = new Span(sentences.get(first).start(), sentences.get(last).end());
    return LIBRARY.quote(
        new Address(Articles.BEES, paragraph.number(), span),
        random.nextBoolean() ? Optional.of(sentences.get(last)) : Optional.empty());
  }

  /** Whether a text is there but for white space, which is where it may be parted. */
  private static boolean says(StringBuilder all, String text) {
    return squeezed(all).contains(squeezed(text));
  }

  private static String squeezed(CharSequence text) {
    var kept = new ArrayList<String>();
    text.codePoints()
        .filter(point -> !Character.isWhitespace(point))
        .forEach(point -> kept.add(Character.toString(point)));
    return String.join("", kept);
  }
}
