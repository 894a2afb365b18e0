package io.verbatim.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Exchange;
import io.verbatim.article.Article;
import io.verbatim.article.ArticleFolder;
import io.verbatim.article.ArticleParser;
import io.verbatim.article.Library;
import io.verbatim.bot.Reply.Heading;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.bot.Reply.Say;
import io.verbatim.lucene.ArticleIndex;
import io.verbatim.summary.Summarizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {
  private static final Library SEED = ArticleFolder.read(Path.of("seeds")).library();
  private static final Library TWO =
      new Library(
          List.of(
              article("bees.txt", "On bees\n\nBees dance.\n\nBees hum."),
              article(
                  "ships.txt",
                  "On ships\n\nShips rust. "
                      + "The sea is salt, and iron does not like it. ".repeat(6))));
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);

  private static Article article(String name, String text) {
    return new ArticleParser().parse(name, text);
  }

  @Test
  void answersAQuestionWithTheArticlesWords() {
    Quotation first = quotations(say(SEED, "Who was the US ambassador to Russia?")).getFirst();

    assertTrue(first.quote().text().startsWith("Michael McFaul who worked as the US ambassador"));
    assertEquals("¶ 5 of 8", first.source().replaceFirst("^\\[1\\] ", ""));
  }

  @Test
  void namesTheSectionUnderTheQuote() {
    Quotation first = quotations(say(SEED, "Is there growing concern?")).getFirst();

    assertTrue(first.source().endsWith("¶ 7 of 8 · Growing concern"), first.source());
  }

  @Test
  void saysSoWhenTheArticleDoesNotSay() {
    assertEquals(
        List.of(new Say("The article does not say.")),
        say(SEED, "How do I get red wine out of a carpet?").blocks());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ask", "/ask   ", " "})
  void asksForTheQuestionWhenThereIsNone(String text) {
    assertEquals(Reply.say(ENGLISH.say("ask.what")), say(SEED, text));
  }

  @ParameterizedTest
  @CsvSource({"👍, courtesy.wordless", "!?!, courtesy.wordless", "www.example.org, courtesy.link"})
  void saysWhatWorksToWhatIsNoQuestion(String text, String key) {
    assertEquals(Reply.say(ENGLISH.say(key)), say(SEED, text));
  }

  @Test
  void takesNoWallOfTextForAQuestion() {
    assertEquals(
        Reply.say(ENGLISH.say("courtesy.wall")), say(SEED, "Is it so? ".repeat(60).strip()));
  }

  @Test
  void aPlainQuestionAndAskGiveTheSameAnswer() {
    assertEquals(say(SEED, "Who is Michael McFaul?"), say(SEED, "/ask Who is Michael McFaul?"));
  }

  @Test
  void aFollowUpLeansOnTheExchangeBeforeAndSaysWhatWasSearched() {
    Reply first = say(SEED, "Who is Michael McFaul?");

    Reply second = say(SEED, "/ask And when was that?", exchange(first));

    assertEquals(new Say("Searched: when was that, Michael McFaul"), second.blocks().getFirst());
    assertEquals(Optional.of(new Exchange("when was that, Michael McFaul")), exchange(second));
  }

  @Test
  void aQuestionThatStandsForItselfIsAnsweredAsIfNothingCameBefore() {
    Reply first = say(SEED, "Who is Michael McFaul?");
    String next = "Which website were the Democrats' documents leaked on?";

    assertEquals(say(SEED, next), say(SEED, next, exchange(first)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/help", "/summary", "/quote 1", "/nonsense", "/ask"})
  void whatIsNoAnswerLeavesTheExchangeAlone(String text) {
    assertEquals(Optional.empty(), exchange(say(SEED, text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/summary 3", "summary 3", "Summary 3", "/SUMMARY   3"})
  void sumsUpInTheArticlesOwnSentencesInReadingOrder(String text) {
    List<Quotation> sentences = quotations(say(SEED, text));

    assertEquals(3, sentences.size());
    assertEquals(
        sentences.stream().map(s -> s.quote().address()).sorted().toList(),
        sentences.stream().map(s -> s.quote().address()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/summary 0", "/summary -1", "/summary lots", "/summary 3.5"})
  void saysWhichLengthsThereAre(String text) {
    String typed = text.substring("/summary ".length());

    assertEquals(Reply.say(ENGLISH.say("summary.usage", typed)), say(SEED, text));
  }

  @Test
  void saysHowLongTheSummaryAndTheArticleTakeToRead() {
    assertEquals(
        new Say("About 5 seconds to read; the whole article takes 2 minutes."),
        say(SEED, "/summary short").blocks().getLast());
  }

  @Test
  void tellsTheSectionsApartInALongSummaryAndInAnOutline() {
    assertEquals(
        List.of(new Heading(SEED.articles().getFirst().title()), new Heading("Growing concern")),
        headings(say(SEED, "/summary outline")));
    assertEquals(
        List.of(1, 7),
        quotations(say(SEED, "/summary outline")).stream()
            .map(q -> q.quote().paragraph())
            .toList());
    assertEquals(2, headings(say(SEED, "/summary long")).size());
    assertEquals(1, headings(say(SEED, "/summary medium")).size());
  }

  @Test
  void anArticleWithoutSectionsHasNoOutline() {
    assertEquals(Reply.say(ENGLISH.say("summary.no-sections")), say(TWO, "/summary 2:outline"));
  }

  @ParameterizedTest
  @CsvSource({
    "/summary 16,   16, 394, /quote 1",
    "/summary 99,   16, 394, /quote 1",
    "/summary 1:short, 2, 4, /quote 1:1",
  })
  void doesNotRepeatAnArticleThatIsTooShortForASummary(
      String text, int sentences, int words, String beginning) {
    Library library = text.contains(":") ? TWO : SEED;

    assertEquals(
        Reply.say(ENGLISH.say("summary.too-short", sentences, words, beginning)),
        say(library, text));
  }

  @Test
  void sumsUpWhatTheArticleSaysAboutATopic() {
    Reply reply = say(SEED, "/summary about Obama");

    assertEquals(new Say("About “Obama”:"), reply.blocks().get(1));
    assertEquals(List.of("¶ 7", "¶ 8"), quotations(reply).stream().map(Quotation::source).toList());
    quotations(reply).forEach(q -> assertTrue(q.quote().text().contains("Obama")));
    assertEquals(reply, say(SEED, "summary ABOUT  Obama"));
  }

  @Test
  void bringsTheSentenceThatAPronounLeansOn() {
    assertEquals(
        List.of("Michael McFaul", "He says that P"),
        quotations(say(SEED, "/summary about revenge")).stream()
            .map(q -> q.quote().text().substring(0, 14))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"football", "Merkel", "?!", "\0"})
  void saysSoWhenTheArticleDoesNotSpeakOfATopic(String topic) {
    assertEquals(
        List.of(new Say(ENGLISH.say("summary.not-about", topic))),
        say(SEED, "/summary about " + topic).blocks());
  }

  @Test
  void showsTitleSourceLengthAndSections() {
    Reply reply = say(SEED, "/article");

    assertEquals(
        List.of(
            new Heading("Putin was Personally Involved in Hacks: US Officials"),
            new Say("Source: 000_b0f3f335b0cbade1.txt"),
            new Say("8 paragraphs, 394 words, about 2 minutes to read"),
            new Say("Sections:\nGrowing concern (¶ 7–8)")),
        reply.blocks());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/quote", "/quote 0", "/quote 9", "/quote 99999999999", "/quote x", "/quote -1"})
  void saysWhichParagraphsThereAre(String text) {
    assertEquals(List.of(new Say(ENGLISH.say("quote.usage", 8))), say(SEED, text).blocks());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STATS")
  void everyCommandIsExplainedInHelp(Command command) {
    String help =
        say(SEED, "/help").blocks().stream().map(Object::toString).reduce("", String::concat);

    assertTrue(help.contains(command.slashed()));
    assertTrue(help.contains(ENGLISH.describe(command)));
  }

  @Test
  void saysWhenItAnswersByWordsAlone() {
    assertEquals(new Say(ENGLISH.say("about.words")), say(SEED, "/about").blocks().get(1));
  }

  @Test
  void anUnknownCommandIsNotTakenForAQuestion() {
    assertEquals(Reply.say(ENGLISH.say("command.unknown")), say(SEED, "/putin"));
  }

  @Test
  void asksWhichOfSeveralArticlesIsMeant() {
    assertEquals(
        List.of(
            new Say("Which article? Choose one, or give its number, such as /summary 2:short"),
            new Say("1. On bees\n2. On ships")),
        say(TWO, "/summary short").blocks());
    assertEquals(
        "ships.txt", quotations(say(TWO, "/summary 2:short")).getFirst().quote().article());
    assertEquals("Bees hum.", quotations(say(TWO, "/quote 1:2")).getFirst().quote().text());
  }

  @Test
  void namesTheArticleWhenThereAreSeveral() {
    assertEquals("¶ 1 of 1 · On ships", quotations(say(TWO, "do ships rust?")).getFirst().source());
  }

  private static Reply say(Library library, String text) {
    return respond(library, new Request.Message(text, Locale.ENGLISH));
  }

  private static Reply say(Library library, String text, Optional<Exchange> previous) {
    var memory = new Memory(previous, Optional.empty(), Optional.empty());
    var reader = Reader.of(Locale.ENGLISH).remembering(memory);
    return respond(library, new Request.Message(text, reader, Optional.empty()));
  }

  private static Optional<Exchange> exchange(Reply reply) {
    return Memory.NONE.after(reply.notes()).exchange();
  }

  private static Reply respond(Library library, Request request) {
    try (var index = ArticleIndex.inMemory(library)) {
      var answerer = new Answerer(library, index, AnswerPolicy.SHIPPED);
      var summarizer = new Summarizer(library);
      return new Conversation(library, answerer, summarizer, index::answersByMeaning)
          .respond(request);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Quotation> quotations(Reply reply) {
    return reply.blocks().stream()
        .flatMap(block -> block instanceof Quotation q ? Stream.of(q) : Stream.of())
        .toList();
  }

  private static List<Heading> headings(Reply reply) {
    return reply.blocks().stream()
        .flatMap(block -> block instanceof Heading h ? Stream.of(h) : Stream.of())
        .toList();
  }
}
