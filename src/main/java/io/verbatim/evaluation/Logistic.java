package io.verbatim.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * A logistic regression: from numbers to the probability that something holds. Immutable.
 *
 * @param weights a weight for every number
 * @param intercept the logit where all numbers are 0
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Logistic(double[] weights, double intercept) {
  private static final double LEAST_DEVIATION = 1e-6;

  /**
   * What is known of one case.
   *
   * @param values its numbers
   * @param holds whether it holds
   * @param weight of the case
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // compared by nobody, and copies would double the memory
  record Sample(double[] values, boolean holds, double weight) {}

  /** The logarithm of the odds. */
  double logit(double... values) {
    double logit = intercept;
    for (int i = 0; i < weights.length; i++) {
      logit += weights[i] * values[i];
    }
    return logit;
  }

  static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** The other way round. */
  static double logitOf(double probability) {
    return Math.log(probability / (1 - probability));
  }

  /**
   * The regression that fits best.
   *
   * @param samples at least one
   * @param penalty half of it times the sum of the squares of the weights, for numbers of mean 0
   *     and deviation 1, is added to the loss
   */
  static Logistic fit(List<Sample> samples, double penalty) {
    int size = samples.getFirst().values().length;
    double[] mean = new double[size];
    double[] deviation = new double[size];
    for (int i = 0; i < size; i++) {
      int column = i;
      double middle = samples.stream().mapToDouble(s -> s.values()[column]).average().orElse(0);
      mean[i] = middle;
      deviation[i] =
          LEAST_DEVIATION
              + Math.sqrt(
                  samples.stream()
                      .mapToDouble(s -> Math.pow(s.values()[column] - middle, 2))
                      .average()
                      .orElse(0));
    }
    List<Sample> even =
        samples.stream()
            .map(s -> new Sample(standardised(s.values(), mean, deviation), s.holds(), s.weight()))
            .toList();
    double[] found =
        Lbfgs.minimum(
            (point, gradient) -> loss(even, point, penalty, gradient), new double[size + 1]);
    double[] weights = Arrays.copyOf(found, size);
    double intercept = found[size];
    for (int i = 0; i < size; i++) {
      weights[i] /= deviation[i];
      intercept -= weights[i] * mean[i];
    }
    return new Logistic(weights, intercept);
  }

  private static double[] standardised(double[] values, double[] mean, double[] deviation) {
    double[] even = new double[values.length];
    for (int i = 0; i < even.length; i++) {
      even[i] = (values[i] - mean[i]) / deviation[i];
    }
    return even;
  }

  /** The last number of the point is the intercept, which is not penalised. */
  private static double loss(
      List<Sample> samples, double[] point, double penalty, double[] gradient) {
    int size = point.length - 1;
    double loss = 0;
    for (int i = 0; i < size; i++) {
      loss += penalty / 2 * point[i] * point[i];
      gradient[i] = penalty * point[i];
    }
    for (Sample sample : samples) {
      double logit = point[size];
      for (int i = 0; i < size; i++) {
        logit += point[i] * sample.values()[i];
      }
      double sign = sample.holds() ? 1 : -1;
      loss += sample.weight() * Math.log1p(Math.exp(-Math.abs(logit)));
      loss += sample.weight() * Math.max(0, -sign * logit);
      double pull = sample.weight() * (probability(logit) - (sample.holds() ? 1 : 0));
      for (int i = 0; i < size; i++) {
        gradient[i] += pull * sample.values()[i];
      }
      gradient[size] += pull;
    }
    return loss;
  }
}
