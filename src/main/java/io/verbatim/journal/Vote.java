package io.verbatim.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * A reader's judgement of an answer.
 *
 * @param article that was quoted
 * @param good whether the reader found it so
 * @param question that was answered, where it is kept
 * @param at when it was given, or given anew
 */
public record Vote(String article, boolean good, Optional<String> question, Instant at) {
  /**
   * The votes on an article.
   *
   * @param article its name
   */
  public record Tally(String article, long good, long bad) {}
}
