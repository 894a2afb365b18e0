package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Address;
import io.verbatim.article.Collation;
import io.verbatim.article.Library;
import io.verbatim.article.MisquoteException;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.bot.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

class MessageWriterTest {
  private static final Library BEES = Articles.bees();
  private static final Me ME = new Me(7, "VerbatimTestBot");

  @Test
  void setsBlocksWithABlankLineBetweenThem() {
    Reply reply =
        Reply.of(
            List.of(
                new Reply.Heading("Two 🐝"),
                new Reply.Quotation(Articles.quote(BEES, 2, 0), false, "¶ 2 of 2"),
                new Reply.Say("That is all.\nReally.")));

    assertEquals(
        List.of(
            new TelegramText(
                """
                Two 🐝

                A hive has one queen 👑. She lays 2,000 eggs a day.
                ¶ 2 of 2

                That is all.
                Really.\
                """,
                List.of(
                    new MessageEntity("bold", 0, 6),
                    new MessageEntity("blockquote", 8, 51),
                    new MessageEntity("bold", 8, 24)),
                List.of())),
        write(BEES, reply));
  }

  @Test
  void underlinesThePhraseInTheSentenceThatAnswers() {
    Span sentence = BEES.articles().getFirst().paragraph(2).orElseThrow().sentences().get(1);
    var phrase = new Span(sentence.start() + 9, sentence.start() + 14);
    Quote quote =
        BEES.quote(
            new Address(Articles.BEES, 2, new Span(sentence.start() - 4, sentence.end())),
            Optional.of(sentence),
            Optional.of(phrase));

    TelegramText message =
        write(BEES, Reply.of(List.of(new Reply.Quotation(quote, false, "")))).getFirst();

    assertEquals("2,000", message.text().substring(13, 18));
    assertEquals(
        List.of(
            new MessageEntity("blockquote", 0, 30),
            new MessageEntity("bold", 4, 26),
            new MessageEntity("underline", 13, 5)),
        message.entities());
  }

  @Test
  void strikesThroughWhatTheArticleDoesNotHaveAndSetsItsOwnWordsInBold() {
    Library library = Articles.library(List.of("Bees dance."));
    Quote quote = library.quote(new Address("bees.txt", 1, new Span(0, 11)), Optional.empty());
    var collation =
        new Collation(
            quote,
            List.of(
                new Collation.Part(Collation.Whose.BOTH, "Bees"),
                new Collation.Part(Collation.Whose.OTHER, " sing"),
                new Collation.Part(Collation.Whose.ARTICLE, " dance"),
                new Collation.Part(Collation.Whose.BOTH, ".")));

    assertEquals(
        List.of(
            new TelegramText(
                "Bees sing dance.\n¶ 1 of 1",
                List.of(
                    new MessageEntity("blockquote", 0, 16),
                    new MessageEntity("strikethrough", 5, 4),
                    new MessageEntity("bold", 10, 5)),
                List.of())),
        write(library, Reply.of(List.of(new Reply.Comparison(collation, "¶ 1 of 1")))));
  }

  @Test
  void leadsFromTheSourceToWhereItStands() {
    Reply reply =
        Reply.of(
            List.of(
                new Reply.Say("🐝"),
                new Reply.Quotation(
                    Articles.quote(BEES, 2), false, "¶ 2 of 2", Optional.of("a0_p2"))));

    TelegramText message = write(BEES, reply).getFirst();

    MessageEntity link = message.entities().getLast();
    assertEquals("text_link", link.getType());
    assertEquals("https://t.me/VerbatimTestBot?start=a0_p2", link.getUrl());
    assertEquals(
        "¶ 2 of 2",
        message.text().substring(link.getOffset(), link.getOffset() + link.getLength()));
  }

  @Test
  void putsButtonsUnderTheLastMessage() {
    List<List<Reply.Button>> buttons = List.of(List.of(new Reply.Button.Press("more", "m")));

    var messages =
        write(BEES, new Reply(List.of(new Reply.Say("a ".repeat(3_000).strip())), buttons));

    assertEquals(2, messages.size());
    assertEquals(List.of(), messages.get(0).buttons());
    assertEquals(buttons, messages.get(1).buttons());
  }

  @Test
  void saysNothingForNothing() {
    assertEquals(List.of(), write(BEES, Reply.of(List.of(new Reply.Say(" \n ")))));
  }

  @Test
  void keepsBlocksWholeWhereTheyFit() {
    Reply reply =
        Reply.of(List.of(new Reply.Say("a".repeat(3_000)), new Reply.Say("b ".repeat(1_000))));

    assertEquals(List.of("a".repeat(3_000), "b ".repeat(1_000).strip()), texts(write(BEES, reply)));
  }

  @Test
  void keepsAHeadingWithWhatFollows() {
    Reply reply =
        Reply.of(
            List.of(
                new Reply.Say("a".repeat(3_000)),
                new Reply.Heading("Next"),
                new Reply.Say("b".repeat(2_000))));

    assertEquals(
        List.of("a".repeat(3_000), "Next\n\n" + "b".repeat(2_000)), texts(write(BEES, reply)));
  }

  @Test
  void partsALongQuoteBetweenSentences() {
    String sentence = "x".repeat(1_499) + ".";
    Library library = Articles.library(List.of(sentence, sentence, sentence, sentence));
    Reply reply =
        Reply.of(List.of(new Reply.Quotation(Articles.quote(library, 1, 2), true, "¶ 1 of 1")));

    List<TelegramText> messages = write(library, reply);

    assertEquals(
        List.of(sentence + " " + sentence + "\n¶ 1 of 1", sentence + " " + sentence + "\n¶ 1 of 1"),
        texts(messages));
    assertEquals(
        List.of(new MessageEntity("expandable_blockquote", 0, 3_001)), messages.get(0).entities());
    assertEquals(
        List.of(
            new MessageEntity("expandable_blockquote", 0, 3_001),
            new MessageEntity("bold", 0, 1_500)),
        messages.get(1).entities());
  }

  @Test
  void partsALongSentenceAtASpaceAndMarksBothParts() {
    Library library = Articles.library(List.of("word ".repeat(1_000).strip()));
    Reply reply = Reply.of(List.of(new Reply.Quotation(Articles.quote(library, 1, 0), false, "")));

    List<TelegramText> messages = write(library, reply);

    assertEquals(
        List.of("word ".repeat(819).strip(), "word ".repeat(181).strip()), texts(messages));
    assertEquals(List.of("blockquote", "bold"), types(messages.get(1)));
  }

  @Test
  void neverPartsACharacter() {
    String family = "👨‍👩‍👧‍👦";
    Library library = Articles.library(List.of("a" + family.repeat(600)));
    Reply reply = Reply.of(List.of(new Reply.Quotation(Articles.quote(library, 1), false, "")));

    List<String> texts = texts(write(library, reply));

    assertEquals("a" + family.repeat(600), String.join("", texts));
    texts.stream().skip(1).forEach(text -> assertTrue(text.startsWith(family)));
  }

  @Test
  void partsEvenACharacterThatIsLongerThanAMessage() {
    String zalgo = "z" + "\u0301".repeat(9_000);
    Library library = Articles.library(List.of(zalgo));
    Reply reply = Reply.of(List.of(new Reply.Quotation(Articles.quote(library, 1), false, "")));

    assertEquals(zalgo, String.join("", texts(write(library, reply))));
  }

  @Test
  void startsAnotherMessageAfterAHundredEntities() {
    Reply reply =
        Reply.of(
            IntStream.range(0, 120)
                .<Reply.Block>mapToObj(
                    i -> new Reply.Quotation(Articles.quote(BEES, 2, 0), true, ""))
                .limit(60)
                .toList());

    assertEquals(
        List.of(100, 20),
        write(BEES, reply).stream().map(message -> message.entities().size()).toList());
  }

  @Test
  void setsALongSourceApart() {
    Reply reply =
        Reply.of(List.of(new Reply.Quotation(Articles.quote(BEES, 2), false, "s ".repeat(3_000))));

    List<TelegramText> messages = write(BEES, reply);

    assertEquals(List.of("blockquote"), types(messages.getFirst()));
    assertEquals(3, messages.size());
  }

  @Test
  void refusesWordsThatTheArticleDoesNotHave() {
    Quote forged =
        new Quote(
            Articles.BEES,
            "On bees",
            Optional.empty(),
            1,
            2,
            new Span(0, 4),
            "Cows",
            Optional.empty(),
            Optional.empty());
    Reply reply = Reply.of(List.of(new Reply.Quotation(forged, false, "¶ 1")));

    assertThrows(MisquoteException.class, () -> write(BEES, reply));
  }

  /** Whatever is said, each message is valid, and the pieces of each quote make up the quote. */
  @RepeatedTest(200)
  void partsAnyReplyIntoValidMessages(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var paragraphs = new ArrayList<List<String>>();
    for (int i = 0; i < 4; i++) {
      paragraphs.add(
          IntStream.rangeClosed(0, random.nextInt(6)).mapToObj(s -> sentence(random)).toList());
    }
    @SuppressWarnings("unchecked")
    Library library = Articles.library(paragraphs.toArray(List[]::new));
    var blocks = new ArrayList<Reply.Block>();
    for (int i = 0; i < 6; i++) {
      blocks.add(
          switch (random.nextInt(4)) {
            case 0 -> new Reply.Heading(words(random, 60));
            case 1 -> new Reply.Say(words(random, 6_000));
            default -> {
              int paragraph = 1 + random.nextInt(4);
              yield new Reply.Quotation(
                  Articles.quote(
                      library, paragraph, random.nextInt(paragraphs.get(paragraph - 1).size())),
                  random.nextBoolean(),
                  random.nextBoolean() ? "¶ " + paragraph : "");
            }
          });
    }

    List<TelegramText> messages = write(library, Reply.of(blocks));

    for (TelegramText message : messages) {
      assertTrue(message.text().length() <= 4096);
      assertFalse(Character.isLowSurrogate(message.text().charAt(0)));
      assertFalse(Character.isHighSurrogate(message.text().charAt(message.text().length() - 1)));
    }
    String expected = blocks.stream().map(MessageWriterTest::ofBlock).reduce("", String::concat);
    assertEquals(bare(expected), bare(String.join("", texts(messages)).replaceAll("\n¶ \\d", "")));
    String quoted =
        blocks.stream()
            .filter(Reply.Quotation.class::isInstance)
            .map(MessageWriterTest::ofBlock)
            .reduce("", String::concat);
    assertEquals(bare(quoted), bare(quotedWords(messages)));
  }

  private static String ofBlock(Reply.Block block) {
    return switch (block) {
      case Reply.Heading(String text) -> text;
      case Reply.Say(String text) -> text;
      case Reply.Quotation(Quote quote, _, _, _) -> quote.text();
      case Reply.Comparison(Collation collation, _) ->
          collation.parts().stream().map(Collation.Part::text).collect(Collectors.joining());
    };
  }

  private static String quotedWords(List<TelegramText> messages) {
    var words = new StringBuilder();
    for (TelegramText message : messages) {
      for (MessageEntity entity : message.entities()) {
        if (entity.getType().endsWith("blockquote")) {
          words.append(message.text(), entity.getOffset(), entity.getOffset() + entity.getLength());
        }
      }
    }
    return words.toString();
  }

  /** Parts of a text drop the white space between them, so that is not compared. */
  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  private static String sentence(Random random) {
    return words(random, random.nextInt(5) == 0 ? 6_000 : 300).strip() + ".";
  }

  private static String words(Random random, int longest) {
    String[] alphabet = {
      "a", "é", "e\u0301", "🐝", "👩🏽‍🚀", "שלום", "𝔘", "<b>", "_*[", " ", "\n", " "
    };
    var text = new StringBuilder("w");
    int length = 1 + random.nextInt(longest);
    while (text.length() < length) {
      String next = alphabet[random.nextInt(alphabet.length)];
      text.append(next.repeat(1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 3)));
    }
    return text.toString();
  }

  private static List<TelegramText> write(Library library, Reply reply) {
    return new MessageWriter(library, ME).write(reply);
  }

  private static List<String> texts(List<TelegramText> messages) {
    return messages.stream().map(TelegramText::text).toList();
  }

  private static List<String> types(TelegramText message) {
    return message.entities().stream().map(MessageEntity::getType).toList();
  }

  @Test
  void partsAQuoteThatBeginsWithinASentence() {
    Library library = Articles.library(List.of("abc ".repeat(2_000).strip(), "End."));
    Quote quote =
        library.quote(
            new Address(Articles.BEES, 1, new Span(4, 7_990)), Optional.of(new Span(4_000, 4_200)));

    List<TelegramText> messages =
        write(library, Reply.of(List.of(new Reply.Quotation(quote, false, "¶ 1"))));

    assertEquals(bare(quote.text()), bare(quotedWords(messages)));
    assertEquals(
        List.of(List.of("blockquote", "bold"), List.of("blockquote", "bold")),
        messages.stream().map(MessageWriterTest::types).toList());
  }
}
