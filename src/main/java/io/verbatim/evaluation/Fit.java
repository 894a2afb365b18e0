package io.verbatim.evaluation;

import io.verbatim.answer.AnswerPolicy;
import io.verbatim.article.Address;
import io.verbatim.evaluation.Sample.Use;
import io.verbatim.evaluation.Verdict.Kind;
import io.verbatim.evaluation.Verdict.Mark;
import io.verbatim.ranking.Calibration;
import io.verbatim.ranking.Candidates;
import io.verbatim.ranking.Model;
import io.verbatim.ranking.Reading;
import io.verbatim.ranking.Weighing;
import io.verbatim.ranking.Weighing.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Fits the weights of the ranking and of its calibration, one model for all sets, and measures them
 * by cross-validation: what is measured on an article was fitted without it. What is weighed at all
 * is what the shipped resources name.
 *
 * <p>Ranking: {@link Listwise} on the questions that the articles answer. Calibration: {@link
 * Logistic} on whether the best paragraph answers, then Platt scaling on questions of the own and
 * of another article in equal parts, both on rankings by models that did not see the article. Where
 * the policy's threshold would then let too many foreign questions be quoted, as with words alone,
 * all confidences are lowered until it does not: one policy holds for every reading.
 */
public final class Fit {
  private static final double RANKING_PENALTY = 20;
  private static final double CALIBRATION_PENALTY = 3;
  private static final double PLATT_PENALTY = 1e-6;

  /** An answer to a question of another article is as bad as so many wrong ones to its own. */
  private static final double OFF_TOPIC_WEIGHT = 6;

  /** Questions near the topic are the hardest, and there is one set of them only. */
  private static final double NEAR_TOPIC_WEIGHT = 8;

  /** Largest share of the questions of another article that may be quoted, in every set. */
  private static final double MOST_FOREIGN_QUOTED = 0.025;

  /** What is just enough to part two logits. */
  private static final double LEAST = 1e-6;

  /** Logit of what nothing speaks for. */
  private static final double NOTHING = -20;

  private final Reading reading;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Lesson> lessons = new ArrayList<>();
  private final List<Judged> judged;
  private final Map<String, Double> weights;
  private final Map<String, Double> calibration;

  /**
   * What models that did not see the article make of a trial.
   *
   * @param found best sentence of each paragraph, best first
   * @param values what the calibration weighs; empty if nothing was found
   * @param right whether the best paragraph answers
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Outcome(Trial trial, List<Address> found, double[] values, boolean right) {}

  /** An outcome with the logit or the probability that a fit without its article gives it. */
  private record Judged(Outcome outcome, double value) {}

  /**
   * Fits.
   *
   * @param trials with their evidence gathered
   * @param reading what the articles were read by
   * @param policy from whose threshold an answer is quoted
   * @throws IllegalArgumentException if the questions are too few to learn from
   */
  public Fit(Trials trials, Reading reading, AnswerPolicy policy) {
    this(trials, reading, policy, Model.shipped(reading), Calibration.shipped(reading));
  }

  /**
   * Fits.
   *
   * @param model names what the ranking weighs
   * @param template names what the calibration weighs
   */
  Fit(Trials trials, Reading reading, AnswerPolicy policy, Model model, Calibration template) {
    this.reading = reading;
    double most = trials.gathered().stream().mapToInt(t -> t.sample().questions()).max().orElse(0);
    var lists = new ArrayList<Training>();
    for (Trial trial : trials.gathered()) {
      if (teachesRanking(trial)) {
        lists.add(new Training(trial.fold(), list(trial, model, weight(trial.sample(), most))));
      }
    }
    for (int fold = 0; fold < Trials.FOLDS; fold++) {
      int held = fold;
      Model unseeing = new Model(ranking(lists, model.names(), t -> t.fold() != held));
      for (Trial trial : trials.gathered()) {
        if (trial.fold() == fold) {
          Weighing weighing = unseeing.weigh(trial.candidates());
          outcomes.add(outcome(trial, weighing, template));
          Lesson.of(trial, weighing).ifPresent(lessons::add);
        }
      }
    }
    weights = ranking(lists, model.names(), t -> true);

    var logits = new ArrayList<Judged>();
    for (int fold = 0; fold < Trials.FOLDS; fold++) {
      int held = fold;
      Logistic logistic = logistic(o -> o.trial().fold() != held, most);
      outcomes.stream()
          .filter(o -> o.trial().fold() == held)
          .forEach(o ->
              logits.add(
                  new Judged(o, o.found().isEmpty() ? NOTHING : logistic.logit(o.values()))));
    }
    var probabilities = new ArrayList<Judged>();
    for (int fold = 0; fold < Trials.FOLDS; fold++) {
      int held = fold;
      Logistic platt = platt(logits, o -> o.trial().fold() != held);
      logits.stream()
          .filter(j -> j.outcome().trial().fold() == held)
          .forEach(j ->
              probabilities.add(
                  new Judged(
                      j.outcome(),
                      Logistic.probability(platt.logit(Math.max(NOTHING, j.value()))))));
    }
    double excess = excess(probabilities, policy.quoted());
    judged = probabilities.stream().map(j -> lowered(j, excess)).toList();
    calibration =
        calibration(template.names(), logistic(o -> true, most), platt(logits, o -> true), excess);
  }

  /** A list of sentences to learn from, of an article of that fold. */
  private record Training(int fold, Listwise.Sample list) {}

  private static boolean teachesRanking(Trial trial) {
    return trial.sample().use() == Use.RANKING
        && trial.kind() == Kind.ANSWERABLE
        && trial.candidates().sentences().stream()
            .anyMatch(sentence -> trial.item().answeredIn(sentence.address()));
  }

  /** A small set counts for more than its number of questions, and for less than a large one. */
  private static double weight(Sample sample, double most) {
    return Math.sqrt(most / sample.questions());
  }

  private static Listwise.Sample list(Trial trial, Model model, double weight) {
    List<Candidates.Sentence> sentences = trial.candidates().sentences();
    int size = model.names().size();
    float[] rows = new float[sentences.size() * size];
    boolean[] right = new boolean[sentences.size()];
    for (int i = 0; i < right.length; i++) {
      double[] values = model.values(trial.candidates().asked(), sentences.get(i));
      for (int j = 0; j < size; j++) {
        rows[i * size + j] = (float) values[j];
      }
      right[i] = trial.item().answeredIn(sentences.get(i).address());
    }
    return new Listwise.Sample(rows, right, weight);
  }

  private static Map<String, Double> ranking(
      List<Training> lists, List<String> names, Predicate<Training> seen) {
    List<Listwise.Sample> samples = lists.stream().filter(seen).map(Training::list).toList();
    if (samples.isEmpty()) {
      throw new IllegalArgumentException(
          "too few articles with answers: at least two folds of " + Trials.FOLDS + " need one");
    }
    return named(names, Listwise.fit(samples, names.size(), RANKING_PENALTY));
  }

  private static Outcome outcome(Trial trial, Weighing weighing, Calibration template) {
    List<Address> found = weighing.paragraphs().stream().map(Scored::address).toList();
    double[] values =
        found.isEmpty()
            ? new double[template.names().size()]
            : template.values(weighing, trial.library()::words);
    boolean right =
        !found.isEmpty()
            && trial.item().answeredIn(found.getFirst().article(), found.getFirst().paragraph());
    return new Outcome(trial, found, values, right && trial.kind() == Kind.ANSWERABLE);
  }

  private Logistic logistic(Predicate<Outcome> seen, double most) {
    List<Logistic.Sample> samples =
        outcomes.stream()
            .filter(seen.and(o -> !o.found().isEmpty()))
            .map(o ->
                new Logistic.Sample(
                    o.values(), o.right(), weight(o.trial().sample(), most) * weight(o.trial())))
            .toList();
    return Logistic.fit(samples, CALIBRATION_PENALTY);
  }

  private static double weight(Trial trial) {
    double ofKind = trial.kind() == Kind.OFF_TOPIC ? OFF_TOPIC_WEIGHT : 1;
    return trial.sample().use() == Use.NEAR_TOPIC ? NEAR_TOPIC_WEIGHT : ofKind;
  }

  /** Every set alike, and in it own and off-topic questions alike. */
  private static Logistic platt(List<Judged> logits, Predicate<Outcome> seen) {
    List<Logistic.Sample> samples =
        logits.stream()
            .filter(j -> seen.test(j.outcome()))
            .filter(j -> j.outcome().trial().sample().use() != Use.NEAR_TOPIC)
            .map(j ->
                new Logistic.Sample(
                    new double[] {j.value()},
                    j.outcome().right(),
                    1e4 / j.outcome().trial().sample().questions()))
            .toList();
    return Logistic.fit(samples, PLATT_PENALTY);
  }

  /** How far all logits must fall for the threshold to keep foreign questions out; 0 or more. */
  private static double excess(List<Judged> judged, double threshold) {
    Map<Sample, List<Double>> foreign =
        judged.stream()
            .filter(j -> j.outcome().trial().kind() == Kind.OFF_TOPIC)
            .collect(
                Collectors.groupingBy(
                    j -> j.outcome().trial().sample(),
                    Collectors.mapping(j -> Logistic.logitOf(j.value()), Collectors.toList())));
    double excess = 0;
    for (List<Double> logits : foreign.values()) {
      logits.sort(Comparator.reverseOrder());
      double first = logits.get((int) (MOST_FOREIGN_QUOTED * logits.size()));
      excess = Math.max(excess, first - Logistic.logitOf(threshold) + LEAST);
    }
    return excess;
  }

  private static Judged lowered(Judged judged, double by) {
    return new Judged(
        judged.outcome(), Logistic.probability(Logistic.logitOf(judged.value()) - by));
  }

  private static Map<String, Double> calibration(
      List<String> names, Logistic logistic, Logistic platt, double excess) {
    double slope = platt.weights()[0];
    var calibration = new LinkedHashMap<String, Double>();
    calibration.put(
        Calibration.INTERCEPT, platt.intercept() + slope * logistic.intercept() - excess);
    for (int i = 0; i < names.size(); i++) {
      calibration.put(names.get(i), slope * logistic.weights()[i]);
    }
    return calibration;
  }

  private static Map<String, Double> named(List<String> names, double[] values) {
    var named = new LinkedHashMap<String, Double>();
    for (int i = 0; i < values.length; i++) {
      named.put(names.get(i), values[i]);
    }
    return named;
  }

  /** What the articles were read by. */
  public Reading reading() {
    return reading;
  }

  /** What a reader of spans can learn from these questions. */
  public List<Lesson> lessons() {
    return List.copyOf(lessons);
  }

  /** The weights of the ranking by name, fitted on everything. */
  public Map<String, Double> weights() {
    return weights;
  }

  /** The weights of the calibration by name, fitted on everything. */
  public Map<String, Double> calibration() {
    return calibration;
  }

  /**
   * What cross-validation shows for every set, by its name, if the outcomes part as a policy says.
   */
  public Map<String, Figures> figures(AnswerPolicy policy) {
    var verdicts = new LinkedHashMap<String, List<Verdict>>();
    for (Judged one : judged) {
      Trial trial = one.outcome().trial();
      verdicts
          .computeIfAbsent(trial.sample().name(), name -> new ArrayList<>())
          .add(
              new Verdict(
                  trial.article(),
                  trial.kind(),
                  trial.item().paragraphRank(one.outcome().found()),
                  trial.item().sentenceRank(one.outcome().found()),
                  one.value(),
                  Mark.NONE,
                  one.value() >= policy.quoted(),
                  true,
                  0));
    }
    var figures = new LinkedHashMap<String, Figures>();
    verdicts.forEach((name, of) -> figures.put(name, new Figures(of, Double.NaN)));
    return figures;
  }
}
