package io.verbatim.evaluation;

import io.verbatim.article.Address;
import io.verbatim.article.Span;
import io.verbatim.evaluation.Verdict.Mark;
import io.verbatim.retrieval.Passage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question with where its answer stands.
 *
 * @param words the question
 * @param answers every place that answers; empty if the article does not say
 */
record Item(String words, List<Address> answers) {
  Item {
    answers = List.copyOf(answers);
  }

  boolean answerable() {
    return !answers.isEmpty();
  }

  boolean answeredIn(String article, int paragraph) {
    return answers.stream()
        .anyMatch(a -> a.article().equals(article) && a.paragraph() == paragraph);
  }

  /** Whether one of the answers starts in the sentence. */
  boolean answeredIn(Address sentence) {
    return answerIn(sentence).isPresent();
  }

  /** The first of the answers that starts in the sentence, as far as it stands there. */
  Optional<Span> answerIn(Address sentence) {
    Span span = sentence.span();
    return answers.stream()
        .filter(a ->
            a.article().equals(sentence.article())
                && a.paragraph() == sentence.paragraph()
                && span.start() <= a.span().start()
                && a.span().start() < span.end())
        .findFirst()
        .map(a ->
            new Span(
                a.span().start() - span.start(),
                Math.min(a.span().end(), span.end()) - span.start()));
  }

  /** What the phrase marked in a passage is worth. */
  Mark mark(Passage passage) {
    Address at = passage.address();
    return passage
        .phrase()
        .map(phrase ->
            answers.stream()
                    .filter(
                        a -> a.article().equals(at.article()) && a.paragraph() == at.paragraph())
                    .anyMatch(a -> a.span().overlaps(phrase))
                ? Mark.RIGHT
                : Mark.WRONG)
        .orElse(Mark.NONE);
  }

  /**
   * Rank of the first paragraph with an answer among different ones, from 1; 0 if there is none.
   */
  int paragraphRank(List<Address> found) {
    Set<Place> seen = new HashSet<>();
    for (Address address : found) {
      seen.add(new Place(address.article(), address.paragraph()));
      if (answeredIn(address.article(), address.paragraph())) {
        return seen.size();
      }
    }
    return 0;
  }

  private record Place(String article, int paragraph) {}

  /** Rank of the first sentence with an answer, from 1; 0 if there is none. */
  int sentenceRank(List<Address> found) {
    for (int i = 0; i < found.size(); i++) {
      if (answeredIn(found.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }
}
