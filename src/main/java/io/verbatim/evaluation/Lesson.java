package io.verbatim.evaluation;

import io.verbatim.article.Span;
import io.verbatim.evaluation.Sample.Use;
import io.verbatim.evaluation.Verdict.Kind;
import io.verbatim.ranking.CloseReading;
import io.verbatim.ranking.Weighing;
import io.verbatim.ranking.Weighing.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reader of spans learns from: a question with the sentences that it would be given to read,
 * and where in them the answer stands.
 *
 * @param set that the question is of
 * @param fold of the article, from 0
 * @param question as asked
 * @param sentences those that are likely to answer, and one that does if any does; in reading order
 */
public record Lesson(String set, int fold, String question, List<Text> sentences) {
  /**
   * A sentence.
   *
   * @param text its words
   * @param answer where in them an answer stands; empty if they do not answer
   */
  public record Text(String text, Optional<Span> answer) {}

  /** Copies the list. */
  public Lesson {
    sentences = List.copyOf(sentences);
  }

  /**
   * The lesson of a trial; none if there is nothing to learn from it.
   *
   * @param weighing of its candidates by a model that did not see the article
   */
  static Optional<Lesson> of(Trial trial, Weighing weighing) {
    boolean answered = trial.sample().use() == Use.RANKING && trial.kind() == Kind.ANSWERABLE;
    if (!answered && trial.kind() != Kind.NEAR_TOPIC) {
      return Optional.empty();
    }
    List<Statement> best = weighing.statements(trial.library()::words);
    Optional<Statement> right =
        best.stream().filter(said -> answersIn(said, trial).findAny().isPresent()).findFirst();
    if (best.isEmpty() || right.isPresent() != answered) {
      return Optional.empty();
    }
    var read = new ArrayList<>(best.subList(0, Math.min(CloseReading.SENTENCES, best.size())));
    right
        .filter(answering -> !read.contains(answering))
        .ifPresent(answering -> read.set(read.size() - 1, answering));
    return Optional.of(
        new Lesson(
            trial.sample().name(),
            trial.fold(),
            trial.item().words(),
            CloseReading.inReadingOrder(read).stream()
                .map(said -> new Text(said.words(), answersIn(said, trial).findFirst()))
                .toList()));
  }

  /** Where in the words an answer stands. */
  private static Stream<Span> answersIn(Statement said, Trial trial) {
    return said.places().stream().flatMap(place -> trial.item().answerIn(place.address()).stream());
  }
}
