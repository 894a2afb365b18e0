package io.verbatim.ranking;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.verbatim.article.Address;
import io.verbatim.ranking.Candidates.Sentence;
import io.verbatim.ranking.Weighing.Scored;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Which sentences are worth being read once more, together with the question: reading is the best
 * judge of what answers, and takes longer than all the rest. So it is left to where the best
 * sentence is not much likelier than the others: a quarter of SQuAD's questions, half of NewsQA's.
 * To read for more questions finds a little more, and takes its time (docs/answering.md).
 */
public final class CloseReading {
  /** Sentences that are read, at most. */
  public static final int SENTENCES = 4;

  /** Share of all the sentences' likelihood from which the best is not doubted. */
  private static final double UNDOUBTED = 0.75;

  /**
   * Natural logarithm of the smallest probability that counts as evidence, with its sign turned.
   */
  private static final double FAINTEST = 6;

  private CloseReading() {}

  /**
   * Words that may answer, and may not.
   *
   * @param words of a sentence
   * @param places every sentence with these words, best first
   */
  public record Doubtful(String words, List<Sentence> places) {}

  /**
   * What a reader's probability is as evidence: its natural logarithm, counted from what is too
   * faint to count. So a reader that thinks little of all of them still tells which one it likes.
   *
   * @param probability 0 to 1
   * @return 0 to 6
   */
  public static double evidence(double probability) {
    return Math.max(0, Math.log(probability) + FAINTEST);
  }

  /**
   * What is to be read, in reading order, if it is doubtful what is the best; else nothing. What
   * stands in several places of a library is no doubt between them, and is read once.
   *
   * @param words of a sentence at an address
   */
  public static List<Doubtful> doubtful(Weighing weighing, Function<Address, String> words) {
    var places =
        weighing.sentences().stream()
            .collect(
                groupingBy(scored -> words.apply(scored.address()), LinkedHashMap::new, toList()));
    if (places.isEmpty() || weighing.share(places.firstEntry().getValue()) >= UNDOUBTED) {
      return List.of();
    }
    return places.entrySet().stream()
        .limit(SENTENCES)
        .sorted(Comparator.comparing(best -> best.getValue().getFirst().address()))
        .map(best -> new Doubtful(best.getKey(), sentences(best.getValue())))
        .toList();
  }

  private static List<Sentence> sentences(List<Scored> places) {
    return places.stream().map(Scored::sentence).toList();
  }
}
