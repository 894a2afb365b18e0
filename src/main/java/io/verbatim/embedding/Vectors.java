package io.verbatim.embedding;

/** Arithmetic on vectors. */
public final class Vectors {
  private Vectors() {}

  /** Scales to length 1, in place; a vector of zeros stays. */
  static float[] normalize(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += (double) x * x;
    }
    if (square > 0) {
      float scale = (float) (1 / Math.sqrt(square));
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= scale;
      }
    }
    return vector;
  }
}
