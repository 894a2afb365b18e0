package io.verbatim.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.PorterStemmer;

/**
 * How much of a reference a summary says (Lin 2004): F1 of shared words, of shared pairs of
 * adjacent words, and of words shared in the same order sentence by sentence.
 *
 * <p>As the rouge-score library counts: lower case, words of a-z and 0-9, Porter stems of words
 * longer than three letters; ROUGE-L over the summary as a whole, with the union of the longest
 * common subsequences of each reference sentence.
 *
 * @param rouge1 F1 of words, 0 to 1
 * @param rouge2 F1 of pairs, 0 to 1
 * @param rougeL F1 of words in order, 0 to 1
 */
public record Rouge(double rouge1, double rouge2, double rougeL) {
  private static final Pattern GAP = Pattern.compile("[^a-z0-9]+");
  private static final int LONGEST_UNSTEMMED = 3;

  /**
   * Scores a summary.
   *
   * @param summary its sentences, as {@link #words} gives them
   * @param reference likewise
   */
  public static Rouge of(List<List<String>> summary, List<List<String>> reference) {
    return new Rouge(
        overlap(summary, reference, 1),
        overlap(summary, reference, 2),
        inOrder(summary, reference));
  }

  /** The stemmed words of a sentence, in reading order. */
  public static List<String> words(String sentence) {
    var words = new ArrayList<String>();
    var stemmer = new PorterStemmer();
    for (String word : GAP.split(sentence.toLowerCase(Locale.ROOT), -1)) {
      if (word.length() > LONGEST_UNSTEMMED) {
        stemmer.setCurrent(word);
        stemmer.stem();
        words.add(stemmer.getCurrent());
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** F1 of the runs of so many words, which may go over the end of a sentence. */
  static double overlap(List<List<String>> summary, List<List<String>> reference, int words) {
    Map<List<String>, Integer> said = runs(summary, words);
    Map<List<String>, Integer> wanted = runs(reference, words);
    int shared = 0;
    for (var run : said.entrySet()) {
      shared += Math.min(run.getValue(), wanted.getOrDefault(run.getKey(), 0));
    }
    return f1(shared, total(said), total(wanted));
  }

  private static Map<List<String>, Integer> runs(List<List<String>> sentences, int words) {
    List<String> text = sentences.stream().flatMap(List::stream).toList();
    var runs = new HashMap<List<String>, Integer>();
    for (int i = 0; i + words <= text.size(); i++) {
      runs.merge(text.subList(i, i + words), 1, Integer::sum);
    }
    return runs;
  }

  private static int total(Map<List<String>, Integer> runs) {
    return runs.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static double inOrder(List<List<String>> summary, List<List<String>> reference) {
    Map<List<String>, Integer> left = runs(summary, 1);
    int said = total(left);
    int wanted = total(runs(reference, 1));
    int shared = 0;
    for (List<String> sentence : reference) {
      var found = new BitSet(sentence.size());
      summary.forEach(candidate -> found.or(common(sentence, candidate)));
      for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
        List<String> word = sentence.subList(i, i + 1);
        if (left.getOrDefault(word, 0) > 0) {
          left.merge(word, -1, Integer::sum);
          shared++;
        }
      }
    }
    return f1(shared, said, wanted);
  }

  /** Where in the first list a longest common subsequence of both stands. */
  private static BitSet common(List<String> one, List<String> other) {
    int[][] longest = new int[one.size() + 1][other.size() + 1];
    for (int i = 1; i <= one.size(); i++) {
      for (int j = 1; j <= other.size(); j++) {
        longest[i][j] =
            one.get(i - 1).equals(other.get(j - 1))
                ? longest[i - 1][j - 1] + 1
                : Math.max(longest[i - 1][j], longest[i][j - 1]);
      }
    }
    var common = new BitSet(one.size());
    int i = one.size();
    int j = other.size();
    while (i > 0 && j > 0) {
      if (one.get(i - 1).equals(other.get(j - 1))) {
        common.set(--i);
        j--;
      } else if (longest[i][j - 1] > longest[i - 1][j]) {
        j--;
      } else {
        i--;
      }
    }
    return common;
  }

  private static double f1(int shared, int said, int wanted) {
    return shared == 0 ? 0 : 2.0 * shared / (said + wanted);
  }
}
