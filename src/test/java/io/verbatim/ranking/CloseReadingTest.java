package io.verbatim.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.verbatim.article.Address;
import io.verbatim.article.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CloseReadingTest {
  @Test
  void whatIsFarAheadIsNotDoubted() {
    assertEquals(List.of(), doubtful(0, 5, 1));
  }

  @Test
  void theFourBestAreDoubtfulWhereNoneIsFarAhead() {
    assertEquals(List.of(1, 2, 3, 5), doubtful(2, 1.5, 3, 0, 1.8));
  }

  @Test
  void equalsAreReadInReadingOrder() {
    assertEquals(List.of(1, 2), doubtful(1, 1));
  }

  @Test
  void nothingFoundIsNotDoubted() {
    assertEquals(List.of(), doubtful());
  }

  @Test
  void littleIsTellingToo() {
    assertEquals(6, CloseReading.evidence(1));
    assertEquals(0, CloseReading.evidence(0));
    assertEquals(
        CloseReading.evidence(0.8) - CloseReading.evidence(0.4),
        CloseReading.evidence(0.04) - CloseReading.evidence(0.02),
        1e-9);
  }

  /** Paragraphs whose one sentence is to be read, where sentences score so. */
  private static List<Integer> doubtful(double... scores) {
    var sentences = new ArrayList<Candidates.Sentence>();
    for (int i = 0; i < scores.length; i++) {
      var evidence = new SentenceEvidence();
      evidence.put(Evidence.BM25_SENTENCE, scores[i]);
      sentences.add(
          new Candidates.Sentence(
              new Address("a", i + 1, new Span(0, 9)), evidence, new Clues("Anything.")));
    }
    var asked = new Asked("Which?", Set.of("which"), QuestionType.WHAT, Map.of());
    var model = new Model(Map.of("bm25-sentence", 1.0));
    return CloseReading.doubtful(model.weigh(new Candidates(asked, sentences))).stream()
        .map(sentence -> sentence.address().paragraph())
        .toList();
  }
}
