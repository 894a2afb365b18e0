package io.verbatim.embedding;

import java.util.Arrays;

/**
 * One text as the network read it: a unit vector for the whole, and a vector for every token in the
 * context of the whole.
 *
 * <p>Tokens are word pieces in reading order, without the network's own marks ([CLS], [SEP]).
 * Places are UTF-16 indices into the encoded text, end exclusive. Vectors of tokens are as the
 * network gave them: their length is not 1. Immutable as long as nobody writes to the arrays handed
 * out, which are copies.
 */
public final class Encoding {
  private final int dimension;
  private final int[] ids;
  private final int[] starts;
  private final int[] ends;
  private final float[] tokens;
  private final float[] vector;

  /**
   * Takes the arrays over without copying; {@code tokens} is row-major, one row of {@code
   * vector.length} a token.
   */
  Encoding(int[] ids, int[] starts, int[] ends, float[] tokens, float[] vector) {
    this.dimension = vector.length;
    if (starts.length != ids.length
        || ends.length != ids.length
        || tokens.length != ids.length * dimension) {
      throw new IllegalArgumentException(
          "%d ids, %d starts, %d ends, %d numbers"
              .formatted(ids.length, starts.length, ends.length, tokens.length));
    }
    this.ids = ids;
    this.starts = starts;
    this.ends = ends;
    this.tokens = tokens;
    this.vector = vector;
  }

  /** Numbers in a vector. */
  public int dimension() {
    return dimension;
  }

  /** Number of tokens; 0 for a text without any. */
  public int size() {
    return ids.length;
  }

  /** The token's id in the network's vocabulary. */
  public int id(int token) {
    return ids[token];
  }

  /** Where the token starts in the text. */
  public int start(int token) {
    return starts[token];
  }

  /** Where the token ends in the text, exclusive. */
  public int end(int token) {
    return ends[token];
  }

  /** The whole text's vector, of length 1. */
  public float[] vector() {
    return vector.clone();
  }

  /** The token's vector in its context, as the network gave it. */
  public float[] token(int token) {
    return Arrays.copyOfRange(tokens, token * dimension, (token + 1) * dimension);
  }

  /**
   * The late-pooled vector of a part of the text: the mean of its tokens' vectors, scaled to length
   * 1. Since the tokens were read in the whole text, the part knows its context ("late chunking",
   * Günther et al. 2024).
   *
   * @return all zeros where no token lies in the part
   */
  public float[] pooled(int start, int end) {
    float[] sum = new float[dimension];
    for (int token = 0; token < ids.length; token++) {
      if (starts[token] < end && ends[token] > start) {
        int row = token * dimension;
        for (int i = 0; i < dimension; i++) {
          sum[i] += tokens[row + i];
        }
      }
    }
    return Vectors.normalize(sum);
  }
}
