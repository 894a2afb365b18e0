package io.verbatim.ranking;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.verbatim.article.Address;
import io.verbatim.ranking.Candidates.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Candidates as a model weighs them: the best sentence of every paragraph, best first. Never
 * changes, as long as nothing is put to the candidates' evidence.
 */
public final class Weighing {
  private static final double MOST_MARGIN = 10;

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::address);

  private static final Pattern HOW_OLD = Pattern.compile("(?i)\\b(?:how old|what age)\\b");

  private final Candidates candidates;
  private final Model model;
  private final List<Scored> sentences;
  private final List<Scored> paragraphs;
  private final double likelihood;

  Weighing(Candidates candidates, Model model) {
    this.candidates = candidates;
    this.model = model;
    sentences =
        candidates.sentences().stream()
            .map(sentence -> new Scored(sentence, model.score(candidates.asked(), sentence)))
            .toList();
    var best = new ArrayList<Scored>();
    for (Scored scored : sentences) {
      if (best.isEmpty() || !best.getLast().sentence().isBeside(scored.sentence())) {
        best.add(scored);
      } else if (scored.score() > best.getLast().score()) {
        best.set(best.size() - 1, scored);
      }
    }
    best.sort(BEST_FIRST);
    paragraphs = List.copyOf(best);
    double most = best.isEmpty() ? 0 : best.getFirst().score();
    likelihood = sentences.stream().mapToDouble(one -> Math.exp(one.score() - most)).sum();
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

  /**
   * Words that may answer.
   *
   * @param words of a sentence
   * @param places every sentence with these words, best first
   */
  public record Statement(String words, List<Scored> places) {
    /** Copies the list. */
    public Statement {
      places = List.copyOf(places);
    }
  }

  /**
   * What the sentences say, best first: what stands in several places of a library is said once.
   *
   * @param words of a sentence at an address
   */
  public List<Statement> statements(Function<Address, String> words) {
    return sentences.stream()
        .sorted(BEST_FIRST)
        .collect(groupingBy(one -> words.apply(one.address()), LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .map(said -> new Statement(said.getKey(), said.getValue()))
        .toList();
  }

  /** Which kind of phrase the question asks for in vain of the best paragraph. */
  private void putMissing(Asked asked, Map<Circumstance, Double> around) {
    EnumSet<Clue> wanted =
        switch (asked.type()) {
          case HOW_MANY, HOW_MUCH, HOW_LONG -> EnumSet.of(Clue.NUMBER, Clue.NUMBER_WORD);
          case WHEN -> EnumSet.of(Clue.NUMBER, Clue.YEAR, Clue.MONTH);
          case WHO -> EnumSet.of(Clue.NAME, Clue.FULL_NAME);
          case WHERE, WHY, HOW, WHAT, NONE -> EnumSet.noneOf(Clue.class);
        };
    boolean missing = !wanted.isEmpty() && isMissing(wanted);
    around.put(Circumstance.NUMBER_MISSING, missing && wanted.contains(Clue.NUMBER_WORD) ? 1.0 : 0);
    around.put(Circumstance.DATE_MISSING, missing && wanted.contains(Clue.YEAR) ? 1.0 : 0);
    around.put(Circumstance.NAME_MISSING, missing && wanted.contains(Clue.NAME) ? 1.0 : 0);
  }

  /** Whether a count or an age is asked for and the best paragraph has no number but the asked. */
  boolean countsInVain() {
    Asked asked = candidates.asked();
    boolean counts = asked.type() == QuestionType.HOW_MANY || HOW_OLD.matcher(asked.text()).find();
    return counts && isMissing(EnumSet.of(Clue.NUMBER, Clue.NUMBER_WORD));
  }

  private boolean isMissing(EnumSet<Clue> wanted) {
    Sentence best = paragraphs.getFirst().sentence();
    return candidates.sentences().stream()
        .filter(best::isBeside)
        .noneMatch(
            s -> wanted.stream().anyMatch(clue -> s.clues().has(clue, candidates.asked().words())));
  }

  /** The evidence for the best sentence. */
  SentenceEvidence top() {
    return paragraphs.getFirst().sentence().evidence();
  }

  /** The largest number of each kind of evidence among all candidates. */
  SentenceEvidence most() {
    return SentenceEvidence.most(candidates.sentences().stream().map(Sentence::evidence).toList());
  }

  /** What a statement has of all the sentences' likelihood, 0 to 1. */
  double share(Statement statement) {
    double most = paragraphs.getFirst().score();
    return statement.places().stream().mapToDouble(place -> Math.exp(place.score() - most)).sum()
        / likelihood;
  }

  /**
   * Every circumstance. What has the words of the best sentence is no rival of it.
   *
   * @param words of a sentence at an address
   */
  Map<Circumstance, Double> circumstances(Function<Address, String> words) {
    Asked asked = candidates.asked();
    Scored first = paragraphs.getFirst();
    Statement said = statements(words).getFirst();
    String best = said.words();
    double second =
        paragraphs.stream()
            .filter(rival -> !words.apply(rival.address()).equals(best))
            .findFirst()
            .map(Scored::score)
            .orElse(Double.NEGATIVE_INFINITY);
    boolean negationAsked = Contradiction.negates(asked.text());
    boolean negationFound = Contradiction.negates(best);
    var around = new EnumMap<Circumstance, Double>(Circumstance.class);
    around.putAll(asked.circumstances());
    around.put(Circumstance.SCORE, first.score());
    around.put(Circumstance.MARGIN, Math.min(first.score() - second, MOST_MARGIN));
    around.put(Circumstance.SHARE, Math.log(share(said)));
    around.put(Circumstance.CLUES, model.scoreOfClues(asked, first.sentence().clues()));
    around.put(Circumstance.NEGATION_ASKED, negationAsked ? 1.0 : 0);
    around.put(Circumstance.NEGATION_FOUND, negationFound ? 1.0 : 0);
    around.put(Circumstance.NEGATION_ONLY_ASKED, negationAsked && !negationFound ? 1.0 : 0);
    putMissing(asked, around);
    around.put(Circumstance.CONTRARY, (double) Contradiction.contraries(asked.text(), best));
    return around;
  }
}
