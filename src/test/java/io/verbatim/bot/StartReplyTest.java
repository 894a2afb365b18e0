package io.verbatim.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.bot.Reply.Button;
import io.verbatim.bot.Reply.Heading;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.bot.Reply.Say;
import io.verbatim.bot.Request.Attached;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartReplyTest {
  private final Talk talk = Talk.about(Talk.SEED);

  @Test
  void saysWhatTheArticleIsAboutInItsOwnFirstSentence() {
    Reply reply = talk.say("/start");

    assertEquals(
        new Say("Ask me about:\nPutin was Personally Involved in Hacks: US Officials"),
        reply.blocks().getFirst());
    assertTrue(
        Talk.quotations(reply)
            .getFirst()
            .quote()
            .text()
            .startsWith("US intelligence officials now firmly believe"));
  }

  @Test
  void suggestsQuestionsThatTheArticleAnswers() {
    Reply start = talk.say("/start");

    List<String> questions = Talk.labels(start).stream().map(List::getFirst).toList();
    assertTrue(questions.contains("Who is Michael McFaul?"), questions.toString());
    for (String question : questions) {
      Reply answer = Talk.about(Talk.SEED).press(start, question);
      assertEquals(new Heading(question), answer.blocks().getFirst());
      assertInstanceOf(Quotation.class, answer.blocks().get(1));
      assertTrue(
          answer.notes().stream()
              .anyMatch(n ->
                  n instanceof Note.Asked(var outcome, _, _) && outcome == Note.Outcome.QUOTED));
    }
  }

  @Test
  void suggestsNothingAboutWhatItCannotRead() {
    var bare =
        Talk.library(
            "Bienen\n\nDie Bienen tanzen im Dunkeln. Michael Meier, der sie kennt, ist froh.");

    assertEquals(List.of(), Talk.about(bare).say("/start").buttons());
  }

  @Test
  void ofManyArticlesTheFirstAreListed() {
    Library many =
        Talk.library(
            IntStream.range(0, 14)
                .mapToObj(i -> "Title " + i + "\n\nBees dance.")
                .toArray(String[]::new));

    String about = Talk.lines(Talk.about(many).say("/start")).getFirst();

    assertTrue(about.endsWith("Title 9\n… and 4 more"), about);
  }

  @Test
  void aLinkToAParagraphOpensItWithItsNeighbours() {
    String payload = DeepLink.to(Talk.SEED.articles().getFirst().name(), 3);

    Reply reply = talk.say("/start " + payload);

    assertEquals(3, Talk.quotations(reply).getFirst().quote().paragraph());
    assertEquals(List.of(List.of("◀", "▶")), Talk.labels(reply));
    new Button.Open("fits", payload);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ask", "a00000000_p1", "aedcc13f6_p99", "aedcc13f6_p0", "nonsense", "a_p"})
  void anyOtherLinkStarts(String payload) {
    assertEquals(talk.say("/start"), talk.say("/start " + payload));
  }

  @Test
  void saysHelloToAGroupOnceWithTheWayToThePrivateChat() {
    Reply hello = talk.respond(new Request.Welcomed(talk.reader()));

    assertEquals(1, hello.blocks().size());
    assertTrue(Talk.lines(hello).getFirst().contains("/ask"));
    assertEquals(List.of(List.of(new Button.Open("Ask me in private", "ask"))), hello.buttons());
  }

  @ParameterizedTest
  @CsvSource({
    "hi,greeting",
    "Hello!,greeting",
    "Добрый день,greeting",
    "¡Hola!,greeting",
    "Thanks!,thanks",
    "vielen Dank :),thanks",
    "Merci beaucoup !,thanks",
    "Who are you?,identity",
    "Qui êtes-vous ?,identity",
    "¿Quién eres?,identity",
    "good night,farewell",
    "https://example.org/a?b=c,link",
  })
  void courtesiesGetALineAndNoSearch(String text, String kind) {
    Reply reply = talk.say(text);

    assertEquals(Reply.say(Wording.of(Locale.ENGLISH).say("courtesy." + kind)), reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi, who is McFaul?",
        "thanks to whom did Trump win?",
        "who are the officials?",
        "Hillary",
        "What is this about?",
        "Is https://example.org mentioned?"
      })
  void neverSwallowsAQuestion(String text) {
    assertTrue(talk.say(text).notes().stream().anyMatch(note -> note instanceof Note.Asked), text);
  }

  @Test
  void aWallOfTextIsNoQuestion() {
    assertEquals(
        Reply.say(Wording.of(Locale.ENGLISH).say("courtesy.wall")), talk.say("Words. ".repeat(90)));
  }

  @Test
  void verifiesWhatItIsToldOrWhatTheMessageRefersTo() {
    String words = "the officials directly report to Putin";

    Reply reply = talk.say("/verify " + words);

    assertEquals(new Say("Word for word:"), reply.blocks().getFirst());
    assertEquals("¶ 6 of 8", Talk.quotations(reply).getFirst().source());
    assertEquals(List.of(List.of("◀", "¶ 6", "▶")), Talk.labels(reply));
    assertEquals(reply, talk.say("/verify", words, Attached.Kind.OTHER));
    assertEquals(reply, talk.say(words, words, Attached.Kind.FORWARDED));
    assertEquals(
        List.of("Not in the article."), Talk.lines(talk.say("/verify the moon is made of cheese")));
    assertEquals(Reply.say(Wording.of(Locale.ENGLISH).say("verify.what")), talk.say("/verify"));
  }

  @Test
  void aForwardedQuestionIsAQuestion() {
    String question = "Who was the US ambassador to Russia?";

    assertEquals(talk.say(question), talk.say(question, question, Attached.Kind.FORWARDED));
  }

  @Test
  void summariesChangeTheirLengthAndTurnToTheLastQuestion() {
    Reply first = talk.say("/summary");
    assertEquals(List.of(List.of("Short", "Long")), Talk.labels(first));
    Talk.quotations(first)
        .forEach(q -> assertEquals(Optional.of(Source.link(q.quote())), q.link()));

    talk.say("What has Obama done?");
    Reply second = talk.press(first, "Short");
    assertEquals(
        List.of(List.of("Medium", "Long"), List.of("On my last question")), Talk.labels(second));

    assertEquals(
        new Say("About “What has Obama done?”:"),
        talk.press(second, "On my last question").blocks().get(1));
  }

  @Test
  void articlesOpenAtTheirSectionsAndWhereOneLeftOff() {
    var text = new StringBuilder("Title\n\n");
    for (int i = 1; i <= 14; i++) {
      text.append(i == 8 ? "## Second part\n\n" : "")
          .append("Sentence ")
          .append(i)
          .append(" stands here.\n\n");
    }
    Talk reading = Talk.about(Talk.library(text.toString()));

    assertEquals(
        List.of(List.of("Second part"), List.of("Read from the start")),
        Talk.labels(reading.say("/article")));

    Reply section = reading.press(reading.say("/article"), "Second part");
    assertEquals(8, Talk.quotations(section).getFirst().quote().paragraph());

    reading.press(section, "▶");
    assertEquals(
        List.of("Read from the start", "Continue at ¶ 9"),
        Talk.labels(reading.say("/article")).getLast());
  }

  @Test
  void oneOfSeveralArticlesIsChosenWithAButton() {
    Talk two = Talk.about(Talk.TWO);

    assertEquals(
        "2.md",
        Talk.quotations(two.press(two.say("/quote 1"), "2. On ships"))
            .getFirst()
            .quote()
            .article());
    assertEquals(
        new Heading("On bees"), two.press(two.say("/article"), "1. On bees").blocks().getFirst());
    assertEquals(
        new Heading("On ships"),
        two.press(two.say("/summary short"), "2. On ships").blocks().getFirst());
  }

  @Test
  void forgetsWhenTold() {
    talk.say("Who is Michael McFaul?");
    assertTrue(talk.reader().memory().exchange().isPresent());

    talk.say("/forget");

    assertEquals(Memory.NONE, talk.reader().memory());
  }

  @ParameterizedTest
  @CsvSource({"en,question,words", "de,Frage,Worte", "ru,вопрос,слова"})
  void helpSaysInTheReadersLanguageWhatFollowsACommand(String code, String ask, String verify) {
    String help = Talk.lines(talk.as(Reader.of(Locale.of(code))).say("/help")).get(1);

    assertTrue(help.contains("\n/ask " + ask + " – "), help);
    assertTrue(help.contains("\n/verify " + verify + " – "), help);
    assertTrue(help.contains("\n/summary short|medium|long|outline|n|about … – "), help);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "fr", "ru"})
  void privacySaysWhatIsKeptWhereQuestionsAreKeptAndWhereTheyAreNot(String language) {
    var reader = Reader.of(Locale.of(language));
    Talk keeping = Talk.about(Talk.SEED, new Bookkeeping(Optional::empty, true)).as(reader);
    Talk counting = Talk.about(Talk.SEED).as(reader);
    var wording = Wording.of(Locale.of(language));
    String always = wording.say("privacy.kept");
    String counted = wording.say("privacy.counted");
    String nothingElse = wording.say("privacy.nothing-else");

    assertEquals(List.of(always, counted, nothingElse), Talk.lines(counting.say("/privacy")));
    assertEquals(
        List.of(always, counted, wording.say("privacy.questions"), nothingElse),
        Talk.lines(keeping.say("/privacy")));
  }

  @Test
  void figuresAreForAdminsAlone() {
    Article article = Talk.SEED.articles().getFirst();
    var figures =
        new Statistics(
            5,
            2,
            1,
            Optional.of(Duration.ofMillis(12)),
            Optional.of(Duration.ofMillis(80)),
            List.of(new Statistics.Votes(article.name(), 3, 1)),
            List.of(new Statistics.Section(article.name(), Optional.of("Growing concern"), 4)),
            List.of(new Statistics.Unanswered("Who won?", 2)));
    Talk kept = Talk.about(Talk.SEED, new Bookkeeping(() -> Optional.of(figures), false));

    assertEquals(Reply.say(Wording.of(Locale.ENGLISH).say("command.unknown")), kept.say("/stats"));

    kept.as(new Reader(Locale.ENGLISH, Reader.Company.GROUP, true, Memory.NONE));
    assertEquals(Reply.say(Wording.of(Locale.ENGLISH).say("command.unknown")), kept.say("/stats"));

    kept.as(new Reader(Locale.ENGLISH, Reader.Company.ALONE, true, Memory.NONE));
    assertEquals(
        List.of(
            "Questions: 8. Quoted: 5, related: 2, not covered: 1.",
            "Half of the replies took at most 0.012 s, 95 of 100 at most 0.08 s.",
            "Votes: 3 👍, 1 👎.",
            "Most asked:\n4 × Growing concern · " + article.title(),
            "Asked and not covered:\n2 × Who won?"),
        Talk.lines(kept.say("/stats")));
  }

  @Test
  void offersVerifiedQuotesWhileAQuestionIsTyped() {
    Suggester suggester = talk.conversation().suggester();

    List<Suggestion> suggestions = suggester.suggest("US ambassador to Russia", talk.reader());

    assertTrue(suggestions.size() <= Suggester.MOST);
    assertEquals("¶ 5 of 8", suggestions.getFirst().title());
    assertEquals("aedcc13f6_p5", suggestions.getFirst().payload());
    assertTrue(suggestions.getFirst().description().startsWith("Michael McFaul"));
    assertEquals(suggestions.size(), suggestions.stream().map(Suggestion::id).distinct().count());
    assertEquals(List.of(), suggester.suggest("red wine in a carpet", talk.reader()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/article 2", "/article 0", "/quote 2:5", "/summary 2:short"})
  void anyNumberMeansTheOnlyArticleThatThereIs(String text) {
    Talk talk = Talk.about(Talk.SEED);

    assertEquals(talk.say(text.replaceAll(" [02]:?", " ").strip()), talk.say(text));
  }

  @Test
  void theButtonsUnderWhatStandsWordForWordLeadOn() {
    Talk talk = Talk.about(Talk.SEED);
    Reply verified = talk.say("/verify seeking to revenge against Hillary");

    assertEquals(6, Talk.quotations(talk.press(verified, "▶")).getFirst().quote().paragraph());
    assertEquals(4, Talk.quotations(talk.press(verified, "◀")).getFirst().quote().paragraph());
    Reply home = talk.press(talk.press(verified, "▶"), "¶ 5");
    assertEquals(List.of("Copy", "👍", "👎"), Talk.labels(home).getLast());
  }

  @Test
  void buttonsOfAnArticleThatHasChangedAreStale() {
    Talk before = Talk.about(Talk.library("On bees\n\nBees dance.\n\nBees hum."));
    Talk after = Talk.about(Talk.library("On bees\n\nBees sting.\n\nBees hum."));
    Reply shown = before.say("/quote 1");

    assertEquals(before.press(shown, "▶"), before.press(shown, "▶"));
    assertEquals(
        Reply.notice(Wording.of(Locale.ENGLISH).say("button.stale")),
        after.press(Talk.data(shown, "▶")));
  }

  @Test
  void aTopicIsKeptUntilItIsClearWhichArticleIsMeant() {
    Talk two = Talk.about(Talk.TWO);

    Reply reply = two.press(two.say("/summary about rust"), "2. On ships");

    assertTrue(Talk.lines(reply).contains("About “rust”:"), Talk.lines(reply)::toString);
  }

  @Test
  void turnsThePagesOfManySections() {
    String sections =
        IntStream.rangeClosed(1, 23)
            .mapToObj(n -> "\n\n## Part " + n + "\n\nBees dance " + n + " times.")
            .collect(Collectors.joining());
    Talk talk = Talk.about(Talk.library("# On bees" + sections));

    Reply first = talk.say("/article");
    Reply second = talk.press(first, "▶");
    Reply third = talk.press(second, "▶");

    assertTrue(Talk.lines(first).getLast().startsWith("Sections: 1–10 / 23\nPart 1 (¶ 1)\n"));
    assertEquals(List.of("◀", "▶"), Talk.labels(second).get(10));
    assertTrue(Talk.lines(third).getLast().startsWith("Sections: 21–23 / 23\nPart 21 "));
    assertEquals(List.of("◀"), Talk.labels(third).get(3));
    assertEquals(second, talk.press(third, "◀"));
    assertEquals("Bees dance 23 times.", Talk.lines(talk.press(third, "Part 23")).getFirst());
  }

  @Test
  void saysThatThereIsMoreDifferentThanCanBeMarked() {
    String words =
        IntStream.range(0, 150).mapToObj(n -> "bee" + n).collect(Collectors.joining(" "));
    Talk talk = Talk.about(Talk.library("On bees\n\n" + words + "."));
    String other = words.replaceAll("(bee\\d+) bee\\d+ (bee\\d+)", "$1 wasp $2");

    List<String> lines = Talk.lines(talk.say("/verify " + other));

    assertEquals(
        "Nearly, with more differences than I can mark. The closest passage:", lines.get(0));
    assertTrue(lines.get(1).startsWith("bee0 bee1 bee2 "), lines.get(1));
  }

  @Test
  void offersTheSummaryAndQuestionsBeforeAnythingIsTyped() {
    List<Suggestion> suggestions = talk.conversation().suggester().suggest("  ", talk.reader());

    assertTrue(suggestions.getFirst().title().startsWith("In short: "));
    assertTrue(
        suggestions.stream().map(Suggestion::title).anyMatch("Who is Michael McFaul?"::equals));
  }
}
