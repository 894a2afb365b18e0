package io.verbatim.ranking;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A question, with what is known of it.
 *
 * @param text the question
 * @param words the question's words, as {@link Clues#words} gives them
 * @param type what it asks for
 * @param circumstances those that are not decided by what weighs most
 */
public record Asked(
    String text, Set<String> words, QuestionType type, Map<Circumstance, Double> circumstances) {
  /** Copies the collections. */
  public Asked {
    words = Set.copyOf(words);
    circumstances = Map.copyOf(circumstances);
  }

  /**
   * The same question, read with the best sentences.
   *
   * @param none probability, 0 to 1, that none of them answers, by the reader
   */
  public Asked read(double none) {
    var more = new EnumMap<Circumstance, Double>(Circumstance.class);
    more.putAll(circumstances);
    more.put(Circumstance.READ, 1.0);
    more.put(Circumstance.READER_NONE, none);
    return new Asked(text, words, type, more);
  }
}
