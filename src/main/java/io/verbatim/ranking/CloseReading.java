package io.verbatim.ranking;

import io.verbatim.article.Address;
import io.verbatim.ranking.Weighing.Statement;
import java.util.Comparator;
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
   * What is to be read, in reading order, if it is doubtful what is the best; else nothing.
   *
   * @param words of a sentence at an address
   */
  public static List<Statement> doubtful(Weighing weighing, Function<Address, String> words) {
    List<Statement> statements = weighing.statements(words);
    return statements.isEmpty() || weighing.share(statements.getFirst()) >= UNDOUBTED
        ? List.of()
        : inReadingOrder(statements.subList(0, Math.min(SENTENCES, statements.size())));
  }

  /** Statements as the article has them, each where it is the best. */
  public static List<Statement> inReadingOrder(List<Statement> statements) {
    return statements.stream()
        .sorted(Comparator.comparing(said -> said.places().getFirst().address()))
        .toList();
  }
}
