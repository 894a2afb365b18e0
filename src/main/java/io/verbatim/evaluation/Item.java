package io.verbatim.evaluation;

import io.verbatim.article.Address;
import io.verbatim.article.Span;
import java.util.List;

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
    Span span = sentence.span();
    return answers.stream()
        .anyMatch(a ->
            a.article().equals(sentence.article())
                && a.paragraph() == sentence.paragraph()
                && span.start() <= a.span().start()
                && a.span().start() < span.end());
  }
}
