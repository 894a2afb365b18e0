package io.verbatim.ranking;

import io.verbatim.ranking.Candidates.Sentence;
import io.verbatim.ranking.Weighing.Scored;
import java.util.List;

/**
 * Which sentences are worth being read once more, together with the question: reading is the best
 * judge of what answers, and takes longer than all the rest. So it is left to where the best
 * sentence is not much likelier than the others: a quarter of SQuAD's questions, half of NewsQA's.
 * To read more sentences, or for more questions, finds nothing more (docs/answering.md).
 */
public final class CloseReading {
  /** Sentences that are read. */
  private static final int SENTENCES = 4;

  /** Share of all the sentences' likelihood from which the best is not doubted. */
  private static final double UNDOUBTED = 0.75;

  private CloseReading() {}

  /** The best sentences if it is doubtful which is the best; else none. */
  public static List<Sentence> doubtful(Weighing weighing) {
    return weighing.share() >= UNDOUBTED
        ? List.of()
        : weighing.best(SENTENCES).stream().map(Scored::sentence).toList();
  }
}
