package io.verbatim.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits the weights of a linear score to lists of sentences of which some answer: the softmax over a
 * list gives each sentence its probability, and the probability of any that answers is made as
 * large as can be (ListNet's top-one loss, Cao et al. 2007, marginal over the right ones). The L2
 * penalty holds for evidence divided by its deviation within a list. Pure function.
 */
final class Listwise {
  /**
   * Parts that are summed side by side; a fixed number, so that every machine gets the same sum.
   */
  private static final int PARTS = 8;

  private static final double LEAST_DEVIATION = 0.02;

  private Listwise() {}

  /**
   * The sentences of one question.
   *
   * @param values row by row: a number for every name and sentence
   * @param right whether the sentence answers; at least one does
   * @param weight of the question
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // compared by nobody, and copies would double the memory
  record Sample(float[] values, boolean[] right, double weight) {}

  /**
   * The weights.
   *
   * @param samples of at least one sentence each
   * @param size numbers a sentence
   * @param penalty half of it times the sum of the squares of the weights is added to the loss
   */
  static double[] fit(List<Sample> samples, int size, double penalty) {
    double[] deviation = deviations(samples, size);
    double[] found =
        Lbfgs.minimum(
            (weights, gradient) -> {
              double[] raw = new double[size];
              for (int i = 0; i < size; i++) {
                raw[i] = weights[i] / deviation[i];
              }
              double[] slope = new double[size];
              double loss = loss(samples, raw, slope);
              for (int i = 0; i < size; i++) {
                loss += penalty / 2 * weights[i] * weights[i];
                gradient[i] = penalty * weights[i] + slope[i] / deviation[i];
              }
              return loss;
            },
            new double[size]);
    for (int i = 0; i < size; i++) {
      found[i] /= deviation[i];
    }
    return found;
  }

  private static double loss(List<Sample> samples, double[] weights, double[] slope) {
    double[][] slopes = new double[PARTS][weights.length];
    double[] losses =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToDouble(part -> {
              double sum = 0;
              for (int i = part; i < samples.size(); i += PARTS) {
                sum += loss(samples.get(i), weights, slopes[part]);
              }
              return sum;
            })
            .toArray();
    double loss = 0;
    for (int part = 0; part < PARTS; part++) {
      loss += losses[part];
      for (int i = 0; i < slope.length; i++) {
        slope[i] += slopes[part][i];
      }
    }
    return loss;
  }

  private static double loss(Sample sample, double[] weights, double[] slope) {
    int size = weights.length;
    double[] scores = new double[sample.right().length];
    double most = Double.NEGATIVE_INFINITY;
    double mostRight = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < size; j++) {
        scores[i] += weights[j] * sample.values()[i * size + j];
      }
      most = Math.max(most, scores[i]);
      mostRight = sample.right()[i] ? Math.max(mostRight, scores[i]) : mostRight;
    }
    double all = 0;
    double right = 0;
    for (int i = 0; i < scores.length; i++) {
      all += Math.exp(scores[i] - most);
      right += sample.right()[i] ? Math.exp(scores[i] - mostRight) : 0;
    }
    for (int i = 0; i < scores.length; i++) {
      double share = Math.exp(scores[i] - most) / all;
      double shareOfRight = sample.right()[i] ? Math.exp(scores[i] - mostRight) / right : 0;
      double pull = sample.weight() * (share - shareOfRight);
      for (int j = 0; j < size; j++) {
        slope[j] += pull * sample.values()[i * size + j];
      }
    }
    return sample.weight() * (most + Math.log(all) - mostRight - Math.log(right));
  }

  /** What the softmax sees of each kind of evidence: its deviation within a list. */
  private static double[] deviations(List<Sample> samples, int size) {
    double[] squares = new double[size];
    long rows = 0;
    for (Sample sample : samples) {
      int sentences = sample.right().length;
      rows += sentences;
      for (int j = 0; j < size; j++) {
        double mean = 0;
        for (int i = 0; i < sentences; i++) {
          mean += sample.values()[i * size + j] / (double) sentences;
        }
        for (int i = 0; i < sentences; i++) {
          double off = sample.values()[i * size + j] - mean;
          squares[j] += off * off;
        }
      }
    }
    double[] deviations = new double[size];
    for (int j = 0; j < size; j++) {
      deviations[j] = Math.max(LEAST_DEVIATION, Math.sqrt(squares[j] / Math.max(1, rows)));
    }
    return deviations;
  }
}
