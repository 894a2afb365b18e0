package io.verbatim.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the paragraphs that a segment of a text was cut from. A splitter may change white space and
 * nothing else. Safe for use by many threads.
 */
final class Segments {
  private final String text;
  private final int[] ends;
  private final Map<String, List<Integer>> known = new ConcurrentHashMap<>();

  /**
   * @param paragraphs of the text, in reading order
   */
  Segments(List<String> paragraphs) {
    var joined = new StringBuilder();
    ends = new int[paragraphs.size()];
    for (int i = 0; i < ends.length; i++) {
      joined.append(bare(paragraphs.get(i)));
      ends[i] = joined.length();
    }
    text = joined.toString();
  }

  /**
   * Numbers, from 0, of the paragraphs that share words with a segment: first those that lie in it
   * with the larger part of their text, and whole ones in reading order.
   */
  List<Integer> paragraphs(String segment) {
    return known.computeIfAbsent(segment, this::find);
  }

  private List<Integer> find(String segment) {
    String words = bare(segment);
    int start = text.indexOf(words);
    if (start < 0) {
      throw new IllegalStateException("a segment with other words than the text: " + segment);
    }
    int end = start + words.length();
    var shares = new ArrayList<Share>();
    for (int i = 0; i < ends.length; i++) {
      int from = i == 0 ? 0 : ends[i - 1];
      int common = Math.min(end, ends[i]) - Math.max(start, from);
      if (common > 0) {
        shares.add(new Share(i, (double) common / (ends[i] - from)));
      }
    }
    return shares.stream()
        .sorted(Comparator.comparingDouble(Share::part).reversed())
        .map(Share::paragraph)
        .toList();
  }

  private record Share(int paragraph, double part) {}

  private static String bare(String words) {
    return words.replaceAll("\\s+", "");
  }
}
