package io.verbatim.ranking;

/**
 * What speaks for one sentence: a number for every {@link Evidence}, 0 until it is put. Not for use
 * by many threads.
 */
@SuppressWarnings("EnumOrdinal") // an EnumMap without boxes: thousands are made for a question
public final class SentenceEvidence {
  private final double[] values = new double[Evidence.values().length];

  /** The number for a kind of evidence. */
  public double get(Evidence evidence) {
    return values[evidence.ordinal()];
  }

  /** Puts the number for a kind of evidence. */
  public void put(Evidence evidence, double value) {
    values[evidence.ordinal()] = value;
  }
}
