package io.verbatim.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ListwiseTest {
  private static final double[] TRUE_WEIGHTS = {2, -1, 0.5};
  private static final int SENTENCES = 10;

  @Test
  void recoversTheWeightsThatTheAnswersWereDrawnBy() {
    double[] found = Listwise.fit(drawn(20_000, 1), 3, 1);

    assertArrayEquals(TRUE_WEIGHTS, found, 0.1);
  }

  @Test
  void equalSamplesGiveEqualWeights() {
    assertArrayEquals(Listwise.fit(drawn(500, 2), 3, 1), Listwise.fit(drawn(500, 2), 3, 1));
  }

  @Test
  void aStrongPenaltyLeavesNothing() {
    double[] found = Listwise.fit(drawn(500, 3), 3, 1e9);

    assertArrayEquals(new double[3], found, 1e-3);
  }

  @Test
  void aSampleOfWeightTwoCountsAsTwo() {
    List<Listwise.Sample> once = drawn(200, 4);
    var twice = new ArrayList<>(once);
    twice.addAll(once);
    List<Listwise.Sample> heavy =
        once.stream().map(s -> new Listwise.Sample(s.values(), s.right(), 2)).toList();

    assertArrayEquals(Listwise.fit(twice, 3, 1), Listwise.fit(heavy, 3, 1), 1e-3);
  }

  @Test
  void itIsEnoughThatOneOfTheRightSentencesIsBest() {
    // either of two right sentences may be the best; nothing tells them from each other but
    // evidence 0
    float[] rows = {1, 0, 0, 0, 0, 0};
    var sample = new Listwise.Sample(rows, new boolean[] {true, true, false}, 1);

    double[] found = Listwise.fit(List.of(sample), 2, 0.01);

    assertTrue(found[0] > 1, "evidence of one right sentence alone: " + found[0]);
  }

  /** Lists of which the sentence that answers is drawn by the softmax of the true weights. */
  private static List<Listwise.Sample> drawn(int count, long seed) {
    var random = new Random(seed);
    var samples = new ArrayList<Listwise.Sample>();
    for (int i = 0; i < count; i++) {
      float[] rows = new float[SENTENCES * 3];
      int best = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < SENTENCES; j++) {
        double score =
            -Math.log(-Math.log(random.nextDouble())); // Gumbel noise: its maximum is a draw
        for (int k = 0; k < 3; k++) {
          rows[j * 3 + k] = (float) random.nextGaussian();
          score += TRUE_WEIGHTS[k] * rows[j * 3 + k];
        }
        if (score > most) {
          most = score;
          best = j;
        }
      }
      boolean[] right = new boolean[SENTENCES];
      right[best] = true;
      samples.add(new Listwise.Sample(rows, right, 1));
    }
    return samples;
  }
}
