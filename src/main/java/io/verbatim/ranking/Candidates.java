package io.verbatim.ranking;

import io.verbatim.article.Address;
import java.util.List;

/**
 * The sentences that may answer a question, with what speaks for each of them.
 *
 * @param asked the question
 * @param sentences those of one paragraph side by side
 */
public record Candidates(Asked asked, List<Sentence> sentences) {
  /** Copies the list. */
  public Candidates {
    sentences = List.copyOf(sentences);
  }

  /**
   * A sentence that may answer.
   *
   * @param address where it stands
   * @param evidence what speaks for it
   * @param clues what its words look like
   */
  public record Sentence(Address address, SentenceEvidence evidence, Clues clues) {
    boolean isBeside(Sentence other) {
      return address.paragraph() == other.address.paragraph()
          && address.article().equals(other.address.article());
    }
  }
}
