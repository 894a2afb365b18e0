package io.verbatim.ranking;

/**
 * What, besides the evidence for the best sentence, says how far it can be trusted: one number
 * each.
 */
public enum Circumstance {
  /** Score of the best sentence. */
  SCORE,
  /**
   * How far its score lies above that of the best paragraph whose best sentence has other words, 10
   * at most.
   */
  MARGIN,
  /**
   * Natural logarithm of the share that it and those with the same words have of all the sentences'
   * likelihood.
   */
  SHARE,
  /** What its clues add to its score. */
  CLUES,
  /** Natural logarithm of the number of sentences in the library. */
  SENTENCES,
  /** Natural logarithm of 1 + the number of content words in the question. */
  CONTENT,
  /** Natural logarithm of the number of terms in the question. */
  TERMS,
  /** Share of the question's content terms that the library does not have at all. */
  UNKNOWN,
  /** Number of names and numbers in the question. */
  NAMES_ASKED,
  /** 1 if the question has a negation. */
  NEGATION_ASKED,
  /** 1 if the sentence has a negation. */
  NEGATION_FOUND,
  /** 1 if the question has a negation and the sentence has none. */
  NEGATION_ONLY_ASKED,
  /**
   * Number of words of the question whose contrary stands in the sentence instead: before and
   * after.
   */
  CONTRARY,
  /**
   * 1 if a number is asked for and the sentence's paragraph has none that is new to the question.
   */
  NUMBER_MISSING,
  /** 1 if a date is asked for and the paragraph has none. */
  DATE_MISSING,
  /** 1 if a person or a group is asked for and the paragraph has no name. */
  NAME_MISSING,
  /** 1 if a reader was given the best sentences ({@link CloseReading}). */
  READ,
  /** Probability that none of these sentences answers, by the reader; 0 if there was none. */
  READER_NONE;

  /** The name in the resource with the weights: {@code names-asked}. */
  public String key() {
    return Weights.key(this);
  }
}
