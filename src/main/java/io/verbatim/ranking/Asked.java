package io.verbatim.ranking;

import java.util.Map;
import java.util.Set;

/**
 * A question as far as it is known before anything is weighed.
 *
 * @param text the question
 * @param words the question's words, as {@link Clues#words} gives them
 * @param type what it asks for
 * @param circumstances those that the question and the library alone decide
 */
public record Asked(
    String text, Set<String> words, QuestionType type, Map<Circumstance, Double> circumstances) {
  /** Copies the collections. */
  public Asked {
    words = Set.copyOf(words);
    circumstances = Map.copyOf(circumstances);
  }
}
