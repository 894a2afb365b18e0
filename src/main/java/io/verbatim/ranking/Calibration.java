package io.verbatim.ranking;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * From what speaks for the best sentence to the probability that it answers: a logistic regression,
 * made straight by Platt scaling (Platt 1999). Its weights stand in a resource that says when, on
 * what and how well they were fitted. Immutable.
 */
public final class Calibration {
  private final Map<Evidence, Double> top = new EnumMap<>(Evidence.class);
  private final Map<Evidence, Double> most = new EnumMap<>(Evidence.class);
  private final Map<Circumstance, Double> circumstances = new EnumMap<>(Circumstance.class);
  private final double intercept;

  /**
   * @param weights by {@code top.} or {@code most.} and the key of evidence, by the key of a
   *     circumstance, and {@code intercept}
   * @throws IllegalArgumentException if a name is none of these or a weight is no number
   */
  Calibration(Properties weights) {
    double free = 0;
    for (String name : weights.stringPropertyNames()) {
      double weight = Double.parseDouble(weights.getProperty(name));
      if (name.equals("intercept")) {
        free = weight;
      } else if (name.startsWith("top.")) {
        top.put(Evidence.valueOf(constant(name.substring(4))), weight);
      } else if (name.startsWith("most.")) {
        most.put(Evidence.valueOf(constant(name.substring(5))), weight);
      } else {
        circumstances.put(Circumstance.valueOf(constant(name)), weight);
      }
    }
    intercept = free;
  }

  /** The shipped calibration for evidence of that kind. */
  public static Calibration shipped(Reading reading) {
    return new Calibration(Model.resource("calibration-" + reading.key() + ".properties"));
  }

  /**
   * The probability, 0 to 1, that the best sentence answers.
   *
   * @param best what speaks for it
   * @param largest the largest of each kind of evidence among all candidates
   * @param around every circumstance
   */
  public double confidence(
      SentenceEvidence best, SentenceEvidence largest, Map<Circumstance, Double> around) {
    double logit = intercept;
    for (var weight : top.entrySet()) {
      logit += weight.getValue() * best.get(weight.getKey());
    }
    for (var weight : most.entrySet()) {
      logit += weight.getValue() * largest.get(weight.getKey());
    }
    for (var weight : circumstances.entrySet()) {
      logit += weight.getValue() * around.getOrDefault(weight.getKey(), 0.0);
    }
    return 1 / (1 + Math.exp(-logit));
  }

  private static String constant(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
