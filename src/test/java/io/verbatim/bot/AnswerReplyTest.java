package io.verbatim.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Address;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.bot.Reply.Button;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.bot.Reply.Say;
import io.verbatim.bot.Request.Attached;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReplyTest {
  private static final String AMBASSADOR = "Who was the US ambassador to Russia?";

  private final Talk talk = Talk.about(Talk.SEED);

  @Test
  void hasAWalkMoreAndThumbsUnderTheAnswer() {
    Reply reply = talk.say(AMBASSADOR);

    assertEquals(
        List.of(List.of("◀", "¶ 5", "▶"), List.of("More", "Copy", "👍", "👎")), Talk.labels(reply));
  }

  @Test
  void copiesTheSentenceThatAnswers() {
    Quotation quotation = Talk.quotations(talk.say(AMBASSADOR)).getFirst();
    Span answer = quotation.quote().answer().orElseThrow();

    Button copy = talk.say(AMBASSADOR).buttons().get(1).get(1);

    assertEquals(
        new Button.Copy("Copy", quotation.quote().text().substring(answer.start(), answer.end())),
        copy);
  }

  @Test
  void aSentenceThatIsTooLongForTheClipboardHasNoCopyButton() {
    var library = Talk.library("On bees\n\nBees dance " + "and dance ".repeat(30) + "at noon.");

    assertEquals(
        List.of("👍", "👎"), Talk.labels(Talk.about(library).say("Do bees dance?")).getLast());
  }

  @Test
  void walksFromTheQuotedParagraphAndBackWithTheSentenceMarked() {
    Reply answer = talk.say(AMBASSADOR);

    Reply before = talk.press(answer, "◀");
    assertEquals(4, Talk.quotations(before).getFirst().quote().paragraph());
    assertEquals(List.of(List.of("◀", "¶ 5", "▶")), Talk.labels(before));

    Reply further = talk.press(before, "◀");
    assertEquals(3, Talk.quotations(further).getFirst().quote().paragraph());

    Reply home = talk.press(further, "¶ 5");
    assertEquals(
        Talk.quotations(answer).getFirst().quote().answer(),
        Talk.quotations(home).getFirst().quote().answer());
    assertEquals(List.of(List.of("◀", "▶"), List.of("Copy", "👍", "👎")), Talk.labels(home));
  }

  @Test
  void showsTheWholeParagraphOfAQuoteThatWasCut() {
    String filler = "The weather was mild and nobody complained of it for a long while. ";
    var library =
        Talk.library(
            "On bees\n\n" + filler.repeat(12) + "Bees dance at noon. " + filler.repeat(12));
    var cut = Talk.about(library);
    Reply answer = cut.say("When do bees dance?");
    int whole = library.articles().getFirst().paragraphs().getFirst().text().length();
    assertTrue(Talk.quotations(answer).getFirst().quote().text().length() < whole);

    Reply reply = cut.press(answer, "¶ 1");

    assertEquals(whole, Talk.quotations(reply).getFirst().quote().text().length());
  }

  @Test
  void moreKeepsTheAnswerAndAddsTheNextBest() {
    Reply answer = talk.say(AMBASSADOR);

    Reply more = talk.press(answer, "More");

    List<Quotation> shown = Talk.quotations(more);
    assertEquals(
        Talk.quotations(answer).getFirst().quote().text(), shown.getFirst().quote().text());
    assertTrue(shown.size() > Talk.quotations(answer).size());
    assertTrue(shown.get(1).source().startsWith("[2] ¶ "), shown.get(1).source());
    assertTrue(shown.get(1).folded());
    assertEquals(List.of("Copy", "👍", "👎"), Talk.labels(more).getLast());
  }

  @Test
  void buttonsWorkAfterARestart() {
    Reply answer = talk.say(AMBASSADOR);

    assertEquals(
        talk.press(answer, "More"), Talk.about(Talk.SEED).press(Talk.data(answer, "More")));
  }

  @Test
  void whatIsNotAnsweredIsSaidPlainlyWithTheNearestBehindAButton() {
    Talk unsure = Talk.unsure(Talk.SEED);
    Reply reply = unsure.say("How did the documents reach the public?");

    assertEquals(List.of(new Say("The article does not answer that.")), reply.blocks());
    assertEquals(List.of(List.of("Nearest passages")), Talk.labels(reply));

    Reply nearest = unsure.press(reply, "Nearest passages");

    assertEquals(
        new Say("The article does not answer that. Nearest to your question:"),
        nearest.blocks().getFirst());
    assertTrue(
        Talk.quotations(nearest).stream().anyMatch(q -> q.quote().text().contains("documents")));
  }

  @Test
  void namesTheSectionThatIsNearest() {
    var library =
        Talk.library(
            "On bees\n\nBees are small animals.\n\n## Dances\n\n"
                + "The dance of the bees was described by a man from Austria.");

    assertEquals(
        new Say("The article does not answer that. The section nearest to it is “Dances”."),
        Talk.unsure(library).say("Which dances are taught in Austria?").blocks().getFirst());
  }

  @Test
  void severalArticlesAreSpokenOfAsSeveral() {
    assertEquals(
        new Say("The articles do not say."),
        Talk.about(Talk.TWO).say("How do I get red wine out of a carpet?").blocks().getFirst());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aVoteIsCountedWithAThankYouThatLeavesTheMessage(boolean good) {
    Reply answer = talk.say(AMBASSADOR);

    Reply reply = talk.press(answer, good ? "👍" : "👎");

    assertEquals(List.of(), reply.blocks());
    assertTrue(reply.notice().orElseThrow().startsWith("Thank you."));
    assertEquals(List.of(new Note.Voted("000_b0f3f335b0cbade1.txt", good)), reply.notes());
  }

  @Test
  void tellsTheOperatorHowItEndedWithoutTheWords() {
    assertTrue(
        talk.say("Is there growing concern?")
            .notes()
            .contains(
                new Note.Asked(
                    Note.Outcome.QUOTED,
                    Optional.of("000_b0f3f335b0cbade1.txt"),
                    Optional.of("Growing concern"))));
    assertTrue(
        talk.say("How do I get red wine out of a carpet?")
            .notes()
            .contains(
                new Note.Asked(Note.Outcome.NOT_COVERED, Optional.empty(), Optional.empty())));
  }

  @Test
  void selectedWordsNarrowTheQuestionToTheirParagraphAndItsNeighbours() {
    String selected = "the Obama administration was forced to call for a comprehensive report";

    Reply reply = talk.say("What about Putin?", selected, Attached.Kind.SELECTED);

    Talk.quotations(reply).forEach(q -> assertTrue(q.quote().paragraph() >= 6, q.source()));
    assertTrue(
        Talk.quotations(talk.say("/ask What about Putin?")).stream()
            .anyMatch(q -> q.quote().paragraph() < 6));
  }

  @Test
  void whatIsNotNearTheSelectedWordsIsLookedForEverywhere() {
    Reply reply =
        talk.say(AMBASSADOR, "Putin was re-elected in an election", Attached.Kind.SELECTED);

    assertEquals(5, Talk.quotations(reply).getFirst().quote().paragraph());
  }

  @Test
  void aReplyToAnOlderAnswerLeansOnThatAndIsLookedForThere() {
    Talk talk = Talk.about(Talk.SEED);
    String older = Talk.quotations(talk.say(AMBASSADOR)).getFirst().quote().text();
    talk.say("What happened in 2011?");

    Reply reply = talk.reply("And what did he say about control?", older);

    assertEquals(
        new Say("Searched: what did he say about control, Michael McFaul"),
        reply.blocks().getFirst());
    assertEquals(5, Talk.quotations(reply).getFirst().quote().paragraph());
  }

  @Test
  void aReplyToTheLastAnswerLeansOnItsQuestion() {
    Talk talk = Talk.about(Talk.SEED);
    Quote last = Talk.quotations(talk.say(AMBASSADOR)).getFirst().quote();
    String answer = Talk.SEED.words(new Address(last.article(), 5, last.answer().orElseThrow()));
    String next = "And what did he say about control?";

    Reader reader = talk.reader();
    assertEquals(talk.reply(next, answer), talk.as(reader).say(next));
  }

  @Test
  void aReplyThatStandsForItselfIsLookedForEverywhere() {
    Talk talk = Talk.about(Talk.SEED);
    String older = Talk.quotations(talk.say(AMBASSADOR)).getFirst().quote().text();

    assertEquals(
        talk.say("Is there growing concern?"), talk.reply("Is there growing concern?", older));
  }

  @Test
  void askInAnswerToSomebodyAsksWhatHeAsked() {
    assertEquals(talk.say(AMBASSADOR), talk.say("/ask", AMBASSADOR, Attached.Kind.OTHER));
  }

  @Test
  void whatIsWrittenFromRightToLeftIsIsolatedInTheSourceLine() {
    var library = Talk.library("דבורים\n\nFirst words.\n\n## ריקודים\n\nBees dance at noon.");
    var bees = Talk.about(library).as(Reader.of(Locale.ENGLISH));

    assertEquals(
        "¶ 2 of 2 · \u2068ריקודים\u2069",
        Talk.quotations(bees.say("When do bees dance?")).getFirst().source());
  }
}
