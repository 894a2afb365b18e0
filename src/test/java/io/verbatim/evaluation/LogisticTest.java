package io.verbatim.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticTest {
  @Test
  void recoversTheWeightsThatTheCasesWereDrawnBy() {
    var truth = new Logistic(new double[] {1.5, -0.5}, -1);

    Logistic found = Logistic.fit(drawn(truth, 1, 50_000), 1e-3);

    assertArrayEquals(truth.weights(), found.weights(), 0.05);
    assertEquals(truth.intercept(), found.intercept(), 0.05);
  }

  @Test
  void takesNumbersOfVeryDifferentSizes() {
    var truth = new Logistic(new double[] {0.001, 100}, 0.5);
    var random = new Random(2);
    var samples = new ArrayList<Logistic.Sample>();
    for (int i = 0; i < 50_000; i++) {
      double[] values = {1000 * random.nextGaussian(), random.nextGaussian() / 100};
      samples.add(new Logistic.Sample(values, holds(truth, values, random), 1));
    }

    Logistic found = Logistic.fit(samples, 1e-3);

    assertEquals(0.001, found.weights()[0], 1e-4);
    assertEquals(100, found.weights()[1], 5);
  }

  @Test
  void plattScalingMakesTooBoldLogitsStraight() {
    // logits three times too large, and shifted: what comes true is the sigmoid of a third of them
    var truth = new Logistic(new double[] {1 / 3.0}, -0.4);

    Logistic platt = Logistic.fit(drawn(truth, 3, 100_000), 1e-6);

    assertEquals(Logistic.probability(truth.logit(4)), Logistic.probability(platt.logit(4)), 0.01);
    assertEquals(
        Logistic.probability(truth.logit(-4)), Logistic.probability(platt.logit(-4)), 0.01);
  }

  @Test
  void aNumberThatIsAlwaysTheSameWeighsNothing() {
    List<Logistic.Sample> samples =
        List.of(
            new Logistic.Sample(new double[] {7}, true, 1),
            new Logistic.Sample(new double[] {7}, true, 1),
            new Logistic.Sample(new double[] {7}, false, 1));

    Logistic found = Logistic.fit(samples, 1);

    assertEquals(2 / 3.0, Logistic.probability(found.logit(7)), 1e-3);
  }

  private static List<Logistic.Sample> drawn(Logistic truth, long seed, int count) {
    var random = new Random(seed);
    var samples = new ArrayList<Logistic.Sample>();
    for (int i = 0; i < count; i++) {
      double[] values = random.doubles(truth.weights().length, -5, 5).toArray();
      samples.add(new Logistic.Sample(values, holds(truth, values, random), 1));
    }
    return samples;
  }

  private static boolean holds(Logistic truth, double[] values, Random random) {
    return random.nextDouble() < Logistic.probability(truth.logit(values));
  }
}
