package io.verbatim.ranking;

import io.verbatim.article.Address;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * From what speaks for the best sentence to the probability that it answers: a logistic regression,
 * made straight by Platt scaling (Platt 1999). Its weights stand in a resource that says when, on
 * what and how well they were fitted. Immutable.
 */
public final class Calibration {
  /** Name of the weight of nothing. */
  public static final String INTERCEPT = "intercept";

  /**
   * Most confidence where a count is asked for and the paragraph has no number: 1 of 276 such
   * questions of SQuAD and none of 15 of NewsQA is answered without one.
   */
  private static final double COUNTS_IN_VAIN = 0.25;

  private static final String TOP = "top.";
  private static final String MOST = "most.";

  private final Map<Evidence, Double> top = new EnumMap<>(Evidence.class);
  private final Map<Evidence, Double> most = new EnumMap<>(Evidence.class);
  private final Map<Circumstance, Double> circumstances = new EnumMap<>(Circumstance.class);
  private final double intercept;

  /**
   * A calibration of those weights.
   *
   * @param weights by {@code top.} (of the best sentence) or {@code most.} (the largest among all
   *     candidates) and the key of evidence, by the key of a circumstance, and {@link #INTERCEPT}
   * @throws IllegalArgumentException if a name is none of these
   */
  public Calibration(Map<String, Double> weights) {
    intercept = weights.getOrDefault(INTERCEPT, 0.0);
    weights.forEach((name, weight) -> {
      if (name.startsWith(TOP)) {
        top.put(Weights.constant(Evidence.class, name.substring(TOP.length())), weight);
      } else if (name.startsWith(MOST)) {
        most.put(Weights.constant(Evidence.class, name.substring(MOST.length())), weight);
      } else if (!name.equals(INTERCEPT)) {
        circumstances.put(Weights.constant(Circumstance.class, name), weight);
      }
    });
  }

  /** The shipped calibration for evidence of that kind. */
  public static Calibration shipped(Reading reading) {
    return new Calibration(Weights.shipped("calibration", reading));
  }

  /** The names of what it weighs, without the intercept, in the order of {@link #values}. */
  public List<String> names() {
    var names = new ArrayList<String>();
    top.keySet().forEach(evidence -> names.add(TOP + evidence.key()));
    most.keySet().forEach(evidence -> names.add(MOST + evidence.key()));
    circumstances.keySet().forEach(circumstance -> names.add(circumstance.key()));
    return names;
  }

  /**
   * What it weighs, unweighed: a number for each of {@link #names}.
   *
   * @param weighing of at least one candidate
   * @param words of a sentence at an address
   */
  public double[] values(Weighing weighing, Function<Address, String> words) {
    SentenceEvidence best = weighing.top();
    SentenceEvidence largest = weighing.most();
    Map<Circumstance, Double> around = weighing.circumstances(words);
    var values = new double[top.size() + most.size() + circumstances.size()];
    int i = 0;
    for (Evidence evidence : top.keySet()) {
      values[i++] = best.get(evidence);
    }
    for (Evidence evidence : most.keySet()) {
      values[i++] = largest.get(evidence);
    }
    for (Circumstance circumstance : circumstances.keySet()) {
      values[i++] = around.getOrDefault(circumstance, 0.0);
    }
    return values;
  }

  /**
   * The probability, 0 to 1, that the best sentence answers.
   *
   * @param weighing of at least one candidate
   * @param words of a sentence at an address
   */
  public double confidence(Weighing weighing, Function<Address, String> words) {
    double[] values = values(weighing, words);
    double logit = intercept;
    int i = 0;
    for (var weights : List.of(top, most, circumstances)) {
      for (double weight : weights.values()) {
        logit += weight * values[i++];
      }
    }
    double confidence = 1 / (1 + Math.exp(-logit));
    return weighing.countsInVain() ? Math.min(confidence, COUNTS_IN_VAIN) : confidence;
  }
}
