package io.verbatim.ranking;

import io.verbatim.article.Address;
import io.verbatim.ranking.Candidates.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Candidates as a model weighs them: the best sentence of every paragraph, best first. Immutable.
 */
public final class Weighing {
  private static final double MOST_MARGIN = 10;

  private final Candidates candidates;
  private final Model model;
  private final List<Scored> paragraphs;
  private final double likelihood;

  Weighing(Candidates candidates, Model model) {
    this.candidates = candidates;
    this.model = model;
    var best = new ArrayList<Scored>();
    List<Sentence> sentences = candidates.sentences();
    double[] scores = new double[sentences.size()];
    for (int i = 0; i < scores.length; i++) {
      var scored = new Scored(sentences.get(i), model.score(candidates.asked(), sentences.get(i)));
      scores[i] = scored.score();
      if (best.isEmpty() || !best.getLast().sentence().isBeside(scored.sentence())) {
        best.add(scored);
      } else if (scored.score() > best.getLast().score()) {
        best.set(best.size() - 1, scored);
      }
    }
    best.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::address));
    paragraphs = List.copyOf(best);
    double most = best.isEmpty() ? 0 : best.getFirst().score();
    likelihood = Arrays.stream(scores).map(score -> Math.exp(score - most)).sum();
  }

  /**
   * A sentence with its score.
   *
   * @param score higher is better; the difference of two is the logarithm of how much likelier one
   *     answers than the other
   */
  public record Scored(Sentence sentence, double score) {
    /** Where it stands. */
    public Address address() {
      return sentence.address();
    }
  }

  /**
   * The best sentence of every paragraph, best first, equals in reading order; a paragraph is as
   * good as its best sentence. None if there are no candidates.
   */
  public List<Scored> paragraphs() {
    return paragraphs;
  }

  /** The evidence for the best sentence. */
  SentenceEvidence top() {
    return paragraphs.getFirst().sentence().evidence();
  }

  /** The largest number of each kind of evidence among all candidates. */
  SentenceEvidence most() {
    return SentenceEvidence.most(candidates.sentences().stream().map(Sentence::evidence).toList());
  }

  /**
   * Every circumstance.
   *
   * @param words the best sentence
   */
  Map<Circumstance, Double> circumstances(String words) {
    Asked asked = candidates.asked();
    Scored first = paragraphs.getFirst();
    double second = paragraphs.size() > 1 ? paragraphs.get(1).score() : Double.NEGATIVE_INFINITY;
    boolean negationAsked = Contradiction.negates(asked.text());
    boolean negationFound = Contradiction.negates(words);
    var around = new EnumMap<Circumstance, Double>(Circumstance.class);
    around.putAll(asked.circumstances());
    around.put(Circumstance.SCORE, first.score());
    around.put(Circumstance.MARGIN, Math.min(first.score() - second, MOST_MARGIN));
    around.put(Circumstance.SHARE, -Math.log(likelihood));
    around.put(Circumstance.CLUES, model.scoreOfClues(asked, first.sentence().clues()));
    around.put(Circumstance.NEGATION_ASKED, negationAsked ? 1.0 : 0);
    around.put(Circumstance.NEGATION_FOUND, negationFound ? 1.0 : 0);
    around.put(Circumstance.NEGATION_ONLY_ASKED, negationAsked && !negationFound ? 1.0 : 0);
    around.put(Circumstance.CONTRARY, (double) Contradiction.contraries(asked.text(), words));
    return around;
  }
}
