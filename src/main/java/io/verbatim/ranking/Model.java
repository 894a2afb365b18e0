package io.verbatim.ranking;

import io.verbatim.ranking.Candidates.Sentence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much each kind of evidence weighs: a linear sum, so that every answer can be explained by its
 * terms. The weights stand in a resource that says when, on what and how well they were fitted;
 * nothing else knows them. Immutable.
 */
public final class Model {
  private final Map<Evidence, Double> weights = new EnumMap<>(Evidence.class);
  private final Map<QuestionType, Map<Clue, Double>> clues = new EnumMap<>(QuestionType.class);

  /**
   * A model of those weights.
   *
   * @param weights by the {@link Evidence#key} of evidence, or by question type and clue: {@code
   *     when.year}
   * @throws IllegalArgumentException if a name is neither
   */
  public Model(Map<String, Double> weights) {
    weights.forEach((name, weight) -> {
      int dot = name.indexOf('.');
      if (dot < 0) {
        this.weights.put(Weights.constant(Evidence.class, name), weight);
      } else {
        clues
            .computeIfAbsent(
                Weights.constant(QuestionType.class, name.substring(0, dot)),
                type -> new EnumMap<>(Clue.class))
            .put(Weights.constant(Clue.class, name.substring(dot + 1)), weight);
      }
    });
  }

  /** The shipped model for evidence of that kind. */
  public static Model shipped(Reading reading) {
    return new Model(Weights.shipped("weights", reading));
  }

  /** The names of what it weighs, in the order of {@link #values}. */
  public List<String> names() {
    var names = new ArrayList<String>();
    weights.keySet().forEach(evidence -> names.add(evidence.key()));
    clues.forEach((type, byClue) ->
        byClue.keySet().forEach(clue -> names.add(Weights.key(type) + "." + Weights.key(clue))));
    return names;
  }

  /** What it weighs, unweighed: a number for each of {@link #names}. */
  public double[] values(Asked asked, Sentence sentence) {
    var values = new double[names().size()];
    int i = 0;
    for (Evidence evidence : weights.keySet()) {
      values[i++] = sentence.evidence().get(evidence);
    }
    for (var ofType : clues.entrySet()) {
      for (Clue clue : ofType.getValue().keySet()) {
        boolean there =
            ofType.getKey() == asked.type() && sentence.clues().has(clue, asked.words());
        values[i++] = there ? 1 : 0;
      }
    }
    return values;
  }

  /** Weighs candidates. */
  public Weighing weigh(Candidates candidates) {
    return new Weighing(candidates, this);
  }

  /** The score of a sentence. */
  double score(Asked asked, Sentence sentence) {
    double score = 0;
    for (var weight : weights.entrySet()) {
      score += weight.getValue() * sentence.evidence().get(weight.getKey());
    }
    return score + scoreOfClues(asked, sentence.clues());
  }

  /** What a sentence's clues alone add to its score. */
  double scoreOfClues(Asked asked, Clues found) {
    double score = 0;
    for (var weight : clues.getOrDefault(asked.type(), Map.of()).entrySet()) {
      score += found.has(weight.getKey(), asked.words()) ? weight.getValue() : 0;
    }
    return score;
  }
}
