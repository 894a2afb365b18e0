package io.verbatim.evaluation;

import io.verbatim.evaluation.Figures.Interval;
import io.verbatim.evaluation.SummaryEvaluation.Prepared;
import io.verbatim.summary.Candidate;
import io.verbatim.summary.Similarity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * What a run of summaries showed, for ours and for the other systems: their names in lower case.
 */
public final class SummaryFigures {
  private static final int RESAMPLES = 5000;
  private static final double PERCENT = 100;
  private static final double NANOSECONDS_A_MILLISECOND = 1e6;

  private static final Map<String, ToDoubleFunction<Rouge>> MEASURES = new LinkedHashMap<>();

  static {
    MEASURES.put("rouge1", Rouge::rouge1);
    MEASURES.put("rouge2", Rouge::rouge2);
    MEASURES.put("rougeL", Rouge::rougeL);
  }

  private final Map<String, List<Outcome>> systems;
  private final List<Long> nanoseconds;
  private final double verbatimRate;

  SummaryFigures(Map<String, List<Outcome>> systems, List<Long> nanoseconds, double verbatimRate) {
    this.systems = new LinkedHashMap<>(systems);
    this.nanoseconds = List.copyOf(nanoseconds);
    this.verbatimRate = verbatimRate;
  }

  /**
   * What came of one summary.
   *
   * @param rouge against the reference
   * @param sentences of the summary
   * @param unresolved how many of them start with a pronoun and stand without the sentence before
   * @param redundancy mean cosine of two of its sentences, 0 to 1; 0 for fewer than two
   */
  record Outcome(Rouge rouge, int sentences, int unresolved, double redundancy) {
    static Outcome of(Prepared one, List<Integer> chosen) {
      List<Candidate> candidates = one.candidates();
      int unresolved = 0;
      for (int i : chosen) {
        if (candidates.get(i).startsWithPronoun() && !chosen.contains(i - 1)) {
          unresolved++;
        }
      }
      double[][] alike =
          Similarity.ofWords(
              chosen.stream().map(i -> Baseline.words(candidates.get(i).text())).toList());
      int pairs = chosen.size() * (chosen.size() - 1);
      double sum = Arrays.stream(alike).flatMapToDouble(Arrays::stream).sum();
      return new Outcome(
          Rouge.of(chosen.stream().map(one.words()::get).toList(), one.reference()),
          chosen.size(),
          unresolved,
          pairs == 0 ? 0 : sum / pairs);
    }
  }

  /** Number of articles. */
  public int documents() {
    return nanoseconds.size();
  }

  /** Mean ROUGE of every system. */
  public Map<String, Rouge> systems() {
    var means = new LinkedHashMap<String, Rouge>();
    systems.forEach((system, outcomes) ->
        means.put(
            system,
            new Rouge(
                mean(outcomes, o -> o.rouge().rouge1()),
                mean(outcomes, o -> o.rouge().rouge2()),
                mean(outcomes, o -> o.rouge().rougeL()))));
    return means;
  }

  /**
   * How much ours is above a system: the 95 % interval of the mean difference, by bootstrap over
   * articles, in percent.
   */
  public Map<String, Interval> above(String system) {
    List<Outcome> ours = outcomes(SummaryEvaluation.OURS);
    List<Outcome> theirs = outcomes(system);
    var intervals = new LinkedHashMap<String, Interval>();
    MEASURES.forEach((name, measure) -> {
      double[] differences = new double[ours.size()];
      for (int i = 0; i < differences.length; i++) {
        differences[i] =
            PERCENT
                * (measure.applyAsDouble(ours.get(i).rouge())
                    - measure.applyAsDouble(theirs.get(i).rouge()));
      }
      intervals.put(name, bootstrap(differences));
    });
    return intervals;
  }

  /** Share of each system's sentences, 0 to 1, that start with an unresolved pronoun. */
  public Map<String, Double> unresolvedPronouns() {
    var shares = new LinkedHashMap<String, Double>();
    systems.forEach((system, outcomes) ->
        shares.put(
            system,
            (double) outcomes.stream().mapToInt(Outcome::unresolved).sum()
                / Math.max(1, outcomes.stream().mapToInt(Outcome::sentences).sum())));
    return shares;
  }

  /** How alike the sentences of each system's summaries are: mean cosine of their words, 0 to 1. */
  public Map<String, Double> redundancy() {
    var means = new LinkedHashMap<String, Double>();
    systems.forEach((system, outcomes) -> means.put(system, mean(outcomes, Outcome::redundancy)));
    return means;
  }

  /** Share of our sentences that are the article's, character for character, at their address. */
  public double verbatimRate() {
    return verbatimRate;
  }

  /** Milliseconds from an indexed article to its summary at p50 and p95. */
  public Map<String, Double> latency() {
    double[] took = nanoseconds.stream().mapToDouble(n -> n / NANOSECONDS_A_MILLISECOND).toArray();
    var latency = new LinkedHashMap<String, Double>();
    latency.put("p50", Metrics.percentile(0.50, took));
    latency.put("p95", Metrics.percentile(0.95, took));
    return latency;
  }

  private List<Outcome> outcomes(String system) {
    return systems.getOrDefault(system, List.of());
  }

  private static double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
    return outcomes.stream().mapToDouble(value).average().orElse(0);
  }

  private static Interval bootstrap(double[] differences) {
    var random = new Random(RESAMPLES);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < differences.length; j++) {
        sum += differences[random.nextInt(differences.length)];
      }
      means[i] = sum / differences.length;
    }
    return new Interval(Metrics.percentile(0.025, means), Metrics.percentile(0.975, means));
  }
}
