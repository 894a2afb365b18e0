package io.verbatim.answer;

import io.verbatim.retrieval.Scope;

/**
 * What a reader wants to know.
 *
 * @param words as the reader put it: any characters, any length
 * @param scope where the answer is looked for
 */
public record Question(String words, Scope scope) {
  /** A question about everything there is. */
  public Question(String words) {
    this(words, Scope.EVERYTHING);
  }

  /**
   * Whether it may lean on what was said before: it says "he" or "that", begins with "and", or has
   * hardly a word of its own.
   */
  public boolean mayLean() {
    return FollowUp.mayLean(words);
  }

  /** Whether it has not a word of its own to search for: "Why?", "Who did that?". */
  public boolean leansWholly() {
    return FollowUp.leansWholly(words);
  }
}
