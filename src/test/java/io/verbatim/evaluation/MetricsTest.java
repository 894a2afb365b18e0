package io.verbatim.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden values, worked out by hand. */
class MetricsTest {
  @Test
  void aurocCountsPairsAndTiesHalf() {
    double[] positives = {0.9, 0.5, 0.3};
    double[] negatives = {0.5, 0.1};

    // 0.9 beats both; 0.5 ties one, beats one; 0.3 beats one: 2 + 1.5 + 1 of 6 pairs
    assertEquals(4.5 / 6, Metrics.auroc(positives, negatives), 1e-12);
  }

  @Test
  void hitAtKCountsRanksUpToKAndZeroIsAMiss() {
    var verdicts = List.of(ranked(1, 0.9), ranked(3, 0.8), ranked(0, 0.7), ranked(4, 0.6));

    assertEquals(0.25, Metrics.hitAt(1, verdicts));
    assertEquals(0.5, Metrics.hitAt(3, verdicts));
  }

  @Test
  void coverageIsTheLargestShareThatKeepsThePrecision() {
    var verdicts =
        List.of(ranked(1, 0.9), ranked(2, 0.8), ranked(1, 0.7), ranked(1, 0.6), ranked(0, 0.5));

    // kept 1: 1/1, kept 2: 1/2, kept 3: 2/3, kept 4: 3/4, kept 5: 3/5
    assertEquals(4 / 5.0, Metrics.coverageAtPrecision(0.75, verdicts));
    assertEquals(1 / 5.0, Metrics.coverageAtPrecision(0.95, verdicts));
  }

  @Test
  void coverageTakesEqualConfidencesTogether() {
    var verdicts = List.of(ranked(1, 0.9), ranked(0, 0.9));

    assertEquals(0, Metrics.coverageAtPrecision(0.95, verdicts));
  }

  @Test
  void percentileIsTheNearestRank() {
    double[] values = {5, 1, 4, 2, 3};

    assertEquals(3, Metrics.percentile(0.5, values));
    assertEquals(5, Metrics.percentile(0.99, values));
  }

  private static Verdict ranked(int rank, double confidence) {
    return new Verdict(
        0, Verdict.Kind.ANSWERABLE, rank, rank, confidence, Verdict.Mark.NONE, true, true, 1);
  }
}
