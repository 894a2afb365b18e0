package io.verbatim.ranking;

import java.util.Arrays;
import java.util.Collection;

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

  /** The largest number of each kind among some sentences, at least one. */
  public static SentenceEvidence most(Collection<SentenceEvidence> sentences) {
    var most = new SentenceEvidence();
    Arrays.fill(most.values, Double.NEGATIVE_INFINITY);
    for (SentenceEvidence sentence : sentences) {
      for (int i = 0; i < most.values.length; i++) {
        most.values[i] = Math.max(most.values[i], sentence.values[i]);
      }
    }
    return most;
  }

  /** Puts the number for a kind of evidence. */
  public void put(Evidence evidence, double value) {
    values[evidence.ordinal()] = value;
  }
}
