package io.verbatim.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The field's measures; definitions in {@code docs/benchmarks/README.md}. Pure functions. */
final class Metrics {
  private Metrics() {}

  /** Mean over the verdicts; NaN for none. */
  static double mean(List<Verdict> verdicts, ToDoubleFunction<Verdict> value) {
    return verdicts.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  /** Share of verdicts, 0 to 1, whose paragraph rank is from 1 to k. */
  static double hitAt(int k, List<Verdict> verdicts) {
    return mean(verdicts, v -> v.rank() >= 1 && v.rank() <= k ? 1 : 0);
  }

  /**
   * Probability that a positive scores above a negative, ties half (Mann-Whitney): the area under
   * the ROC curve.
   *
   * @return NaN if either side is empty
   */
  static double auroc(double[] positives, double[] negatives) {
    double[] sorted = negatives.clone();
    Arrays.sort(sorted);
    double above = 0;
    for (double positive : positives) {
      above += (below(sorted, positive) + below(sorted, Math.nextUp(positive))) / 2.0;
    }
    return above / ((double) positives.length * negatives.length);
  }

  /** How many of the sorted values are smaller than the bound. */
  private static int below(double[] sorted, double bound) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Largest share of all verdicts that a threshold on the confidence can keep so that at least the
   * given share of those kept is right; 0 if none can.
   */
  static double coverageAtPrecision(double precision, List<Verdict> verdicts) {
    var falling =
        verdicts.stream()
            .sorted(Comparator.comparingDouble(Verdict::confidence).reversed())
            .toList();
    int right = 0;
    int kept = 0;
    for (int i = 0; i < falling.size(); i++) {
      right += falling.get(i).right() ? 1 : 0;
      boolean borderOfTies =
          i + 1 == falling.size() || falling.get(i + 1).confidence() < falling.get(i).confidence();
      if (borderOfTies && right >= precision * (i + 1)) {
        kept = i + 1;
      }
    }
    return falling.isEmpty() ? Double.NaN : (double) kept / falling.size();
  }

  /**
   * The value below which the given share of the values lies (nearest rank).
   *
   * @param share 0 to 1
   * @return NaN for no values
   */
  static double percentile(double share, double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }
}
