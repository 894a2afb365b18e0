package io.verbatim.lucene;

import io.verbatim.article.Address;
import io.verbatim.ranking.SentenceEvidence;
import java.util.List;

/** A paragraph that may hold the answer, with what speaks for its sentences. */
record Candidate(ParagraphReading paragraph, List<SentenceEvidence> sentences) {
  /** Where its best sentence stands, and how good paragraph and sentence are. */
  record Scored(Candidate candidate, int best, double bestScore, double score) {
    Address address() {
      return candidate.paragraph().address(best);
    }
  }
}
