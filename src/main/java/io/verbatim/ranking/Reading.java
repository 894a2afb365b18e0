package io.verbatim.ranking;

/**
 * What a text was read by, and so which evidence there is. Each has weights and a calibration of
 * its own.
 */
public enum Reading {
  /** Its words alone. */
  WORDS,
  /** Its words, and the encoders' vectors of paragraphs and sentences: for large libraries. */
  VECTORS,
  /** Its words, and the encoders' vectors down to single tokens. */
  TOKENS;

  /** The name in the resources with the weights: {@code words}. */
  public String key() {
    return Weights.key(this);
  }
}
