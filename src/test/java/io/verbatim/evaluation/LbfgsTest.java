package io.verbatim.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class LbfgsTest {
  @Test
  void findsTheBottomOfALongNarrowValley() {
    double[] bottom = {1, -2, 3};
    double[] steepness = {1, 100, 10_000};

    double[] found =
        Lbfgs.minimum(
            (point, gradient) -> {
              double value = 0;
              for (int i = 0; i < 3; i++) {
                double off = point[i] - bottom[i];
                value += steepness[i] * off * off / 2;
                gradient[i] = steepness[i] * off;
              }
              return value;
            },
            new double[3]);

    assertArrayEquals(bottom, found, 1e-3);
  }

  @Test
  void staysWhereItIsAlreadyBest() {
    double[] found =
        Lbfgs.minimum(
            (point, gradient) -> {
              gradient[0] = 2 * point[0];
              return point[0] * point[0];
            },
            new double[] {0});

    assertArrayEquals(new double[] {0}, found);
  }
}
