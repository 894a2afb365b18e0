package io.verbatim.ranking;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * How much each kind of evidence weighs: a linear sum, so that every answer can be explained by its
 * terms. The weights stand in a resource that says when, on what and how well they were fitted;
 * nothing else knows them. Immutable.
 */
public final class Model {
  private final Map<Evidence, Double> weights = new EnumMap<>(Evidence.class);
  private final Map<QuestionType, Map<Clue, Double>> clues = new EnumMap<>(QuestionType.class);

  /**
   * @param weights by the {@link Evidence#key} of evidence, or by question type and clue: {@code
   *     when.year}
   * @throws IllegalArgumentException if a name is neither or a weight is no number
   */
  Model(Properties weights) {
    for (String name : weights.stringPropertyNames()) {
      double weight = Double.parseDouble(weights.getProperty(name));
      int dot = name.indexOf('.');
      if (dot < 0) {
        this.weights.put(Evidence.valueOf(constant(name)), weight);
      } else {
        clues
            .computeIfAbsent(
                QuestionType.valueOf(constant(name.substring(0, dot))),
                t -> new EnumMap<>(Clue.class))
            .put(Clue.valueOf(constant(name.substring(dot + 1))), weight);
      }
    }
  }

  /** The shipped model for evidence of that kind. */
  public static Model shipped(Reading reading) {
    return new Model(resource("weights-" + reading.key() + ".properties"));
  }

  /**
   * The score of a sentence: higher is better; the difference of two is the logarithm of how much
   * likelier one answers than the other.
   *
   * @param evidence what speaks for it
   * @param clues of the sentence
   * @param type what the question asks for
   * @param question the question's words, as {@link Clues#words} gives them
   */
  public double score(
      SentenceEvidence evidence, Clues clues, QuestionType type, Set<String> question) {
    double score = 0;
    for (var weight : weights.entrySet()) {
      score += weight.getValue() * evidence.get(weight.getKey());
    }
    return score + score(clues, type, question);
  }

  /** What a sentence's clues alone add to its score. */
  public double score(Clues clues, QuestionType type, Set<String> question) {
    double score = 0;
    for (var weight : this.clues.getOrDefault(type, Map.of()).entrySet()) {
      score += clues.has(weight.getKey(), question) ? weight.getValue() : 0;
    }
    return score;
  }

  static Properties resource(String name) {
    var properties = new Properties();
    try (InputStream in = Model.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + name, e);
    }
  }

  private static String constant(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
