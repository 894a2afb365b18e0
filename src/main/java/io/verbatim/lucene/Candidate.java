package io.verbatim.lucene;

import io.verbatim.article.Address;
import io.verbatim.ranking.SentenceEvidence;
import java.util.List;

/** A paragraph that may hold the answer, with what speaks for its sentences. */
record Candidate(ParagraphReading paragraph, List<SentenceEvidence> sentences) {
  /**
   * A candidate with its score.
   *
   * @param best its best sentence, from 0
   * @param score of that sentence
   * @param likelihood of all its sentences together, that of the best being 1
   */
  record Scored(Candidate candidate, int best, double score, double likelihood) {
    /** Where its best sentence stands. */
    Address address() {
      return candidate.paragraph().address(best);
    }
  }
}
