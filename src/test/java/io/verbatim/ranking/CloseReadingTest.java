package io.verbatim.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.verbatim.article.Address;
import io.verbatim.article.Span;
import io.verbatim.ranking.Weighing.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
  void whatStandsInSeveralPlacesIsNoDoubt() {
    assertEquals(Map.of(), doubtful(List.of("told", "told", "else"), 2, 2, 0));
  }

  @Test
  void whatStandsInSeveralPlacesIsReadOnceForAllOfThem() {
    assertEquals(
        Map.of("told", List.of(1, 3), "a", List.of(2), "b", List.of(4), "c", List.of(6)),
        doubtful(List.of("told", "a", "told", "b", "d", "c"), 2, 2, 2, 2, 0, 2));
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

  /** Paragraphs whose one sentence is to be read, where sentences score so and no two are alike. */
  private static List<Integer> doubtful(double... scores) {
    List<String> words = IntStream.range(0, scores.length).mapToObj(String::valueOf).toList();
    return doubtful(words, scores).values().stream().flatMap(List::stream).toList();
  }

  /** Paragraphs whose one sentence is to be read, by its words. */
  private static Map<String, List<Integer>> doubtful(List<String> words, double... scores) {
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
    var weighing = model.weigh(new Candidates(asked, sentences));
    var found = new LinkedHashMap<String, List<Integer>>();
    for (Statement one : CloseReading.doubtful(weighing, at -> words.get(at.paragraph() - 1))) {
      found.put(one.words(), one.places().stream().map(s -> s.address().paragraph()).toList());
    }
    return found;
  }
}
