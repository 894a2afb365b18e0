package io.verbatim.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.ArticleParser;
import io.verbatim.article.Library;
import io.verbatim.article.MisquoteException;
import io.verbatim.article.Span;
import io.verbatim.retrieval.Passage;
import io.verbatim.retrieval.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswererTest {
  private static final AnswerPolicy POLICY = new AnswerPolicy(0.6, 0.2, 0.8, 3, 100);
  private static final Article BEES =
      new ArticleParser()
          .parse(
              "bees.txt",
              """
              On bees

              Bees dance. The dance tells where the flowers are.

              A hive holds one queen.

              %s
              """
                  .formatted("A bee flies far to find a flower. ".repeat(9).strip()));
  private static final Library LIBRARY = new Library(List.of(BEES));

  @Test
  void saysNotCoveredWhenNothingIsFound() {
    assertEquals(new Answer.NotCovered(), answer());
  }

  @Test
  void saysNotCoveredWhenNoPassageIsNearEnough() {
    assertEquals(new Answer.NotCovered(), answer(passage(2, 0, 0.19)));
  }

  @Test
  void showsWhatIsRelatedWhenNothingIsSureEnough() {
    assertInstanceOf(Answer.Related.class, answer(passage(2, 0, 0.59)));
  }

  @Test
  void quotesTheWholeParagraphAndMarksTheSentence() {
    var answer = assertInstanceOf(Answer.Quoted.class, answer(passage(1, 1, 0.9)));

    var quote = answer.citations().getFirst().quote();
    assertEquals("Bees dance. The dance tells where the flowers are.", quote.text());
    assertEquals(Optional.of(new Span(12, 50)), quote.answer());
    assertEquals(1, quote.paragraph());
    assertEquals(3, quote.of());
  }

  @Test
  void marksThePhraseThatTheSearchFoundInTheSentence() {
    Address sentence = passage(1, 1, 0.9).address();
    var phrase = Optional.of(new Span(34, 45));

    var quote = answer(new Passage(sentence, phrase, 1, 0.9)).citations().getFirst().quote();

    assertEquals(phrase, quote.phrase());
    assertEquals("the flowers", quote.text().substring(34, 45));
  }

  @Test
  void showsFurtherPassagesOnlyWhenTheyAreNearlyAsSure() {
    var answer = answer(passage(1, 0, 0.9), passage(2, 0, 0.8), passage(3, 0, 0.5));

    assertEquals(
        List.of(1, 2), answer.citations().stream().map(c -> c.quote().paragraph()).toList());
  }

  @Test
  void aPassageThatSaysTheSameInTheSameWordsIsNotShownAgain() {
    Article refrain = new ArticleParser().parse("song.txt", "Song\n\nLa la.\n\nOh no.\n\nLa la.");
    var found =
        Stream.of(1, 3, 2)
            .map(paragraph -> new Address("song.txt", paragraph, new Span(0, 6)))
            .map(address -> new Passage(address, Optional.empty(), 1, 0.9))
            .toList();
    var answerer =
        new Answerer(
            new Library(List.of(refrain)), (words, scope, limit) -> new Ranking(found), POLICY);

    var citations = answerer.answer(new Question("anything?")).citations();

    assertEquals(List.of(1, 2), citations.stream().map(c -> c.quote().paragraph()).toList());
  }

  @Test
  void quotesALongParagraphAroundTheAnswerInWholeSentences() {
    var quote = answer(passage(3, 4, 0.9)).citations().getFirst().quote();

    assertTrue(quote.text().length() <= 100, quote.text());
    assertTrue(quote.text().startsWith("A bee") && quote.text().endsWith("flower."), quote.text());
    assertTrue(quote.span().contains(quote.answer().orElseThrow()));
    assertEquals(2, quote.text().split("\\. ").length, quote.text());
  }

  @Test
  void anAddressThatTheArticleDoesNotHaveIsAnErrorAndNeverAReply() {
    var nowhere = new Passage(new Address("bees.txt", 9, new Span(0, 5)), Optional.empty(), 1, 0.9);

    assertThrows(MisquoteException.class, () -> answer(nowhere));
  }

  @Test
  void whereItIsUnclearTheClearlySurerSearchAnswers() {
    var before = Optional.of(new Exchange("Where are the flowers?"));

    assertEquals("who says it", searched("who says it", Optional.empty(), 0.3, 0.9));
    assertEquals("and a queen?", searched("and a queen?", before, 0.4, 0.5));
    assertEquals("a queen, flowers", searched("and a queen?", before, 0.4, 0.7));
  }

  private static String searched(
      String asked, Optional<Exchange> before, double alone, double leaning) {
    var answerer =
        new Answerer(
            LIBRARY,
            (words, scope, limit) ->
                new Ranking(List.of(passage(2, 0, words.equals(asked) ? alone : leaning))),
            POLICY);

    return answerer.answer(new Question(asked), before).searched();
  }

  private static Passage passage(int paragraph, int sentence, double confidence) {
    Span span = BEES.paragraph(paragraph).orElseThrow().sentences().get(sentence);
    return new Passage(
        new Address("bees.txt", paragraph, span), Optional.empty(), confidence, confidence);
  }

  private static Answer answer(Passage... passages) {
    var ranking = new Ranking(Stream.of(passages).toList());
    return new Answerer(LIBRARY, (words, scope, limit) -> ranking, POLICY)
        .answer(new Question("anything?"));
  }
}
