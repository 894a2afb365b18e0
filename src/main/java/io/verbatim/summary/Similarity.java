package io.verbatim.summary;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * How alike the sentences of an article are: square matrices, symmetric, never negative, 0 on the
 * diagonal.
 */
public final class Similarity {
  private static final double DAMPING = 0.85;
  private static final int MOST_ROUNDS = 100;
  private static final double SETTLED = 1e-9;

  private Similarity() {}

  /** Cosine of the sentences' word counts, 0 to 1. */
  public static double[][] ofWords(List<List<String>> sentences) {
    return ofWeightedWords(sentences, Map.of());
  }

  /**
   * Cosine of the sentences' word counts times the words' weights, 0 to 1.
   *
   * @param sentences the words of each
   * @param weights of words, positive; a word without one weighs 1
   */
  public static double[][] ofWeightedWords(
      List<List<String>> sentences, Map<String, Double> weights) {
    int n = sentences.size();
    var postings = new LinkedHashMap<String, Map<Integer, Double>>();
    for (int i = 0; i < n; i++) {
      for (String word : sentences.get(i)) {
        postings
            .computeIfAbsent(word, w -> new TreeMap<>())
            .merge(i, weights.getOrDefault(word, 1.0), Double::sum);
      }
    }
    double[][] dot = new double[n][n];
    for (Map<Integer, Double> counts : postings.values()) {
      counts.forEach((i, one) -> counts.forEach((j, other) -> dot[i][j] += one * other));
    }
    return matrix(n, (i, j) -> dot[i][j] > 0 ? dot[i][j] / Math.sqrt(dot[i][i] * dot[j][j]) : 0);
  }

  /**
   * Where a reader ends up who goes from sentence to sentence by likeness: weighted PageRank,
   * summing to 1.
   */
  public static double[] pageRank(double[][] similarity) {
    int n = similarity.length;
    double[] degree = Arrays.stream(similarity).mapToDouble(r -> Arrays.stream(r).sum()).toArray();
    double[] rank = new double[n];
    Arrays.fill(rank, 1.0 / n);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] next = new double[n];
      double alone = 0;
      for (int i = 0; i < n; i++) {
        if (degree[i] == 0) {
          alone += rank[i];
          continue;
        }
        double share = rank[i] / degree[i];
        for (int j = 0; j < n; j++) {
          next[j] += share * similarity[i][j];
        }
      }
      double change = 0;
      for (int j = 0; j < n; j++) {
        next[j] = (1 - DAMPING) / n + DAMPING * (next[j] + alone / n);
        change += Math.abs(next[j] - rank[j]);
      }
      rank = next;
      if (change < SETTLED) {
        break;
      }
    }
    return rank;
  }

  /** The matrix with a function applied to each of its values off the diagonal. */
  static double[][] map(double[][] matrix, DoubleUnaryOperator function) {
    return matrix(matrix.length, (i, j) -> function.applyAsDouble(matrix[i][j]));
  }

  private interface Pair {
    double value(int i, int j);
  }

  private static double[][] matrix(int n, Pair pair) {
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i][j] = pair.value(i, j);
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }
}
