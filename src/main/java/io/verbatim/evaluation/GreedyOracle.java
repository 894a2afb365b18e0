package io.verbatim.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a chooser could reach that knows the reference: no summarizer, but a bound for them. */
final class GreedyOracle {
  private GreedyOracle() {}

  /**
   * Takes the sentence that adds most to ROUGE-1 plus ROUGE-2, again and again, until none adds.
   *
   * @param sentences of the article, as {@link Rouge#words} gives them
   * @param reference sentences of the reference, likewise
   * @param count most sentences wanted
   * @return their indexes in reading order
   */
  static List<Integer> select(
      List<List<String>> sentences, List<List<String>> reference, int count) {
    var chosen = new TreeSet<Integer>();
    double reached = 0;
    while (chosen.size() < count) {
      int best = -1;
      for (int i = 0; i < sentences.size(); i++) {
        if (chosen.add(i)) {
          List<List<String>> summary = chosen.stream().<List<String>>map(sentences::get).toList();
          double score =
              Rouge.overlap(summary, reference, 1) + Rouge.overlap(summary, reference, 2);
          if (score > reached) {
            reached = score;
            best = i;
          }
          chosen.remove(i);
        }
      }
      if (best < 0) {
        break;
      }
      chosen.add(best);
    }
    return new ArrayList<>(chosen);
  }
}
