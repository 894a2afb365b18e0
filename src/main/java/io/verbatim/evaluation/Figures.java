package io.verbatim.evaluation;

import io.verbatim.evaluation.Verdict.Kind;
import io.verbatim.evaluation.Verdict.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What a run of questions showed: the measures of {@code docs/benchmarks/README.md}, by their
 * names. Shares lie between 0 and 1; a measure that the questions cannot give is NaN.
 */
public final class Figures {
  private static final int RESAMPLES = 1000;
  private static final int TENTHS = 10;
  private static final double PRECISION = 0.95;
  private static final double NANOSECONDS_A_MILLISECOND = 1e6;

  private final List<Verdict> verdicts;
  private final double questionsPerSecond;

  Figures(List<Verdict> verdicts, double questionsPerSecond) {
    this.verdicts = List.copyOf(verdicts);
    this.questionsPerSecond = questionsPerSecond;
  }

  /** What came of the questions of one kind, in the order asked. */
  List<Verdict> of(Kind kind) {
    return verdicts.stream().filter(v -> v.kind() == kind).toList();
  }

  /** Number of questions that the articles answer. */
  public int questions() {
    return of(Kind.ANSWERABLE).size();
  }

  /** The measures by name, in the order in which they are shown. */
  public Map<String, Double> measures() {
    List<Verdict> answerable = of(Kind.ANSWERABLE);
    List<Verdict> marked = answerable.stream().filter(v -> v.mark() != Mark.NONE).toList();
    var measures = new LinkedHashMap<String, Double>();
    measures.put("paragraph_hit_at_1", Metrics.hitAt(1, answerable));
    measures.put("paragraph_hit_at_3", Metrics.hitAt(3, answerable));
    measures.put("paragraph_mrr", Metrics.mean(answerable, v -> reciprocal(v.rank())));
    measures.put("sentence_hit_at_1", Metrics.mean(answerable, Figures::markedRight));
    measures.put("sentence_mrr", Metrics.mean(answerable, v -> reciprocal(v.sentenceRank())));
    measures.put("off_topic_auroc", auroc(Kind.OFF_TOPIC));
    measures.put("near_topic_auroc", auroc(Kind.NEAR_TOPIC));
    measures.put("coverage_at_95_precision", Metrics.coverageAtPrecision(PRECISION, answerable));
    measures.put("answerable_quoted", quoted(Kind.ANSWERABLE));
    measures.put("off_topic_quoted", quoted(Kind.OFF_TOPIC));
    measures.put("near_topic_quoted", quoted(Kind.NEAR_TOPIC));
    measures.put("phrase_marked", Metrics.mean(answerable, v -> v.mark() == Mark.NONE ? 0 : 1));
    measures.put("phrase_right", Metrics.mean(marked, v -> v.mark() == Mark.RIGHT ? 1 : 0));
    measures.put("verbatim_rate", Metrics.mean(verdicts, v -> v.verbatim() ? 1 : 0));
    return measures;
  }

  /** Milliseconds from question to answer at p50, p95 and p99. */
  public Map<String, Double> latency() {
    double[] took =
        verdicts.stream().mapToDouble(v -> v.nanoseconds() / NANOSECONDS_A_MILLISECOND).toArray();
    var latency = new LinkedHashMap<String, Double>();
    latency.put("p50", Metrics.percentile(0.50, took));
    latency.put("p95", Metrics.percentile(0.95, took));
    latency.put("p99", Metrics.percentile(0.99, took));
    return latency;
  }

  /** Questions answered in a second with a thread for each core. */
  public double questionsPerSecond() {
    return questionsPerSecond;
  }

  /** The 95 % interval of paragraph and sentence hit@1, by bootstrap over articles. */
  public Map<String, Interval> intervals() {
    var intervals = new LinkedHashMap<String, Interval>();
    intervals.put("paragraph_hit_at_1", bootstrap(v -> v.right() ? 1 : 0));
    intervals.put("sentence_hit_at_1", bootstrap(Figures::markedRight));
    return intervals;
  }

  /** A range that a measure lies in. */
  public record Interval(double low, double high) {}

  private Interval bootstrap(ToDoubleFunction<Verdict> value) {
    List<List<Verdict>> articles =
        List.copyOf(
            of(Kind.ANSWERABLE).stream()
                .collect(
                    Collectors.groupingBy(
                        Verdict::article, LinkedHashMap::new, Collectors.toList()))
                .values());
    var random = new Random(RESAMPLES);
    double[] means = new double[articles.isEmpty() ? 0 : RESAMPLES];
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      int count = 0;
      for (int j = 0; j < articles.size(); j++) {
        for (Verdict verdict : articles.get(random.nextInt(articles.size()))) {
          sum += value.applyAsDouble(verdict);
          count++;
        }
      }
      means[i] = sum / count;
    }
    return new Interval(Metrics.percentile(0.025, means), Metrics.percentile(0.975, means));
  }

  /**
   * Questions of like confidence.
   *
   * @param predicted mean confidence
   * @param observed share of which the first paragraph answers
   * @param questions their number, at least 1
   */
  public record Bin(double predicted, double observed, int questions) {}

  /** The confidence beside what came true, in tenths of the confidence, rising. */
  public List<Bin> calibration() {
    var bins = new ArrayList<Bin>();
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      int wanted = tenth;
      List<Verdict> alike =
          verdicts.stream()
              .filter(v -> Math.min((int) (v.confidence() * TENTHS), TENTHS - 1) == wanted)
              .toList();
      if (!alike.isEmpty()) {
        bins.add(
            new Bin(
                Metrics.mean(alike, Verdict::confidence),
                Metrics.mean(alike, v -> v.right() ? 1 : 0),
                alike.size()));
      }
    }
    return bins;
  }

  /**
   * What silence buys.
   *
   * @param coverage share of the answerable questions that are quoted
   * @param risk share of these whose first paragraph does not answer
   */
  public record Risk(double coverage, double risk) {}

  /** Risk by coverage, rising, as the threshold on the confidence falls. */
  public List<Risk> risks() {
    List<Verdict> falling =
        of(Kind.ANSWERABLE).stream()
            .sorted(Comparator.comparingDouble(Verdict::confidence).reversed())
            .toList();
    var risks = new ArrayList<Risk>();
    int wrong = 0;
    for (int i = 0; i < falling.size(); i++) {
      wrong += falling.get(i).right() ? 0 : 1;
      risks.add(new Risk((i + 1.0) / falling.size(), wrong / (i + 1.0)));
    }
    return risks;
  }

  private double auroc(Kind negatives) {
    return Metrics.auroc(confidences(Kind.ANSWERABLE), confidences(negatives));
  }

  private double[] confidences(Kind kind) {
    return of(kind).stream().mapToDouble(Verdict::confidence).toArray();
  }

  private double quoted(Kind kind) {
    return Metrics.mean(of(kind), v -> v.quoted() ? 1 : 0);
  }

  private static double markedRight(Verdict verdict) {
    return verdict.sentenceRank() == 1 ? 1 : 0;
  }

  private static double reciprocal(int rank) {
    return rank == 0 ? 0 : 1.0 / rank;
  }
}
