package io.verbatim.retrieval;

import io.verbatim.article.Address;
import io.verbatim.article.Span;
import java.util.Optional;

/**
 * A sentence found by search.
 *
 * @param address where the sentence stands
 * @param phrase the name, date or number in it that answers, in units of the paragraph; empty if
 *     none stands out
 * @param score how well it matches; higher is better, comparable within one ranking only
 * @param confidence calibrated probability, 0 to 1, that the sentence answers the question
 */
public record Passage(Address address, Optional<Span> phrase, double score, double confidence) {
  /**
   * @throws IllegalArgumentException if the score is not finite or the confidence no probability
   */
  public Passage {
    if (!Double.isFinite(score) || !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("score " + score + ", confidence " + confidence);
    }
  }
}
