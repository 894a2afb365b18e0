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
}
