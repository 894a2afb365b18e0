package io.verbatim.evaluation;

import io.verbatim.evaluation.SummaryEvaluation.Prepared;
import io.verbatim.summary.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Fits the weights of the summarizer to several sets at once, each counting the same: pattern
 * search (Hooke and Jeeves 1961) on the mean of ROUGE-1 and ROUGE-2. Deterministic.
 */
public final class SummaryFit {
  /** Where the search starts: what later sentences take up, what stands first, what is central. */
  private static final Weights START = new Weights(0.5, -0.5, 0.5, 0, 0, 0, 0.5);

  private static final double FIRST_STEP = 0.4;
  private static final double LAST_STEP = 0.02;

  private final List<SummaryEvaluation> sets;

  /**
   * @param sets what is fitted to, read already
   */
  public SummaryFit(List<SummaryEvaluation> sets) {
    this.sets = List.copyOf(sets);
  }

  /** The weights that suit all articles best. */
  public Weights fit() {
    return fit(one -> true);
  }

  /** For each fold the weights that suit the articles of the others best. */
  public List<Weights> folds(int folds) {
    return IntStream.range(0, folds)
        .mapToObj(fold -> fit(one -> SummaryEvaluation.fold(one.article(), folds) != fold))
        .toList();
  }

  private Weights fit(Predicate<Prepared> included) {
    double[] best = START.toArray();
    double reached = score(Weights.of(best), included);
    double step = FIRST_STEP;
    while (step >= LAST_STEP) {
      boolean better = false;
      for (int i = 0; i < best.length; i++) {
        for (double change : new double[] {step, -step}) {
          double[] tried = best.clone();
          tried[i] += change;
          double score = score(Weights.of(tried), included);
          if (score > reached) {
            reached = score;
            best = tried;
            better = true;
            break;
          }
        }
      }
      step = better ? step : step / 2;
    }
    return Weights.of(best);
  }

  private double score(Weights weights, Predicate<Prepared> included) {
    return sets.stream()
        .mapToDouble(set ->
            set.prepared().parallelStream()
                .filter(included)
                .mapToDouble(one -> score(one, weights, set.sentences()))
                .average()
                .orElse(0))
        .sum();
  }

  private static double score(Prepared one, Weights weights, int sentences) {
    var summary = new ArrayList<List<String>>();
    one.extraction().select(weights, sentences).forEach(i -> summary.add(one.words().get(i)));
    return Rouge.overlap(summary, one.reference(), 1) + Rouge.overlap(summary, one.reference(), 2);
  }
}
