package io.verbatim.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
  /** Bees stand in three sentences, honey in two, the weather by itself. */
  private static final List<String> ARTICLE =
      List.of(
          "Rain fell all night.",
          "Bees make honey.",
          "Bees dance to tell where flowers stand.",
          "A hive of bees stores honey.");

  @Test
  void leadTakesTheStart() {
    assertEquals(List.of(0, 1), Baseline.LEAD.select(ARTICLE, 2));
  }

  @Test
  void textRankTakesWhatSharesMostForItsLength() {
    // the second and the last share bees and honey, every other pair of the last three bees, rain
    // nothing
    assertEquals(List.of(1, 3), Baseline.TEXTRANK.select(ARTICLE, 2));
  }

  @Test
  void lexRankTakesWhatIsMostAlike() {
    assertEquals(List.of(1, 3), Baseline.LEXRANK.select(ARTICLE, 2));
  }

  @Test
  void givesAllSentencesInReadingOrderWhenThereAreNoMore() {
    assertEquals(List.of(0, 1, 2, 3), Baseline.TEXTRANK.select(ARTICLE, 9));
  }

  @Test
  void oracleStopsWhenNoSentenceAdds() {
    var sentences = ARTICLE.stream().map(Rouge::words).toList();
    var reference = List.of(Rouge.words("Bees make honey in the hive."));

    // honey alone: ROUGE-1 2*3/9, ROUGE-2 2*2/7, sum 1.24; with the hive: 2*5/15 and 2*2/13, sum
    // 0.97
    assertEquals(List.of(1), GreedyOracle.select(sentences, reference, 3));
  }
}
