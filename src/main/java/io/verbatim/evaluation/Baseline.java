package io.verbatim.evaluation;

import io.verbatim.summary.Similarity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The usual ways to choose sentences, to compare with: over Porter stems, without the 33 stop words
 * of Lucene's English analyzer.
 */
public enum Baseline {
  /** The first sentences. */
  LEAD {
    @Override
    double[] scores(List<List<String>> sentences) {
      return IntStream.range(0, sentences.size()).mapToDouble(i -> -i).toArray();
    }
  },

  /** PageRank over shared words by the logarithms of both lengths (Mihalcea and Tarau 2004). */
  TEXTRANK {
    @Override
    double[] scores(List<List<String>> sentences) {
      int n = sentences.size();
      List<Set<String>> words = sentences.stream().<Set<String>>map(HashSet::new).toList();
      double[][] similarity = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double lengths = log(sentences.get(i)) + log(sentences.get(j));
          if (i != j && lengths > 0) {
            similarity[i][j] =
                words.get(i).stream().filter(words.get(j)::contains).count() / lengths;
          }
        }
      }
      return Similarity.pageRank(similarity);
    }

    private double log(List<String> sentence) {
      return Math.log(Math.max(1, sentence.size()));
    }
  },

  /** PageRank over the cosine of tf-idf within the article (Erkan and Radev 2004, continuous). */
  LEXRANK {
    @Override
    double[] scores(List<List<String>> sentences) {
      Map<String, Double> weights = new HashMap<>();
      sentences.forEach(
          s -> new HashSet<>(s).forEach(word -> weights.merge(word, 1.0, Double::sum)));
      weights.replaceAll((word, count) -> Math.log((sentences.size() + 1) / (count + 0.5)));
      return Similarity.pageRank(Similarity.ofWeightedWords(sentences, weights));
    }
  };

  private static final Set<String> STOP_WORDS =
      Set.of(
          """
          a an and are as at be but by for if in into is it no not of on or such that the their then \
          there these they this to was will with\
          """
              .split(" "));

  /** Higher is better; one for each sentence, given as its content words. */
  abstract double[] scores(List<List<String>> sentences);

  /**
   * The best sentences.
   *
   * @param sentences of the article, in reading order
   * @param count how many are wanted
   * @return their indexes in reading order
   */
  public List<Integer> select(List<String> sentences, int count) {
    double[] scores = scores(sentences.stream().map(Baseline::words).toList());
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores[i]))
        .limit(count)
        .sorted()
        .toList();
  }

  /** The stems of a sentence that say something. */
  static List<String> words(String sentence) {
    return Rouge.words(sentence).stream().filter(word -> !STOP_WORDS.contains(word)).toList();
  }
}
