package io.verbatim.lucene;

import io.verbatim.ranking.Candidates.Sentence;
import io.verbatim.ranking.SentenceEvidence;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A paragraph that may hold the answer, with what speaks for its sentences. */
record Candidate(ParagraphReading paragraph, List<SentenceEvidence> sentences) {
  /** Its sentences, as they are weighed. */
  Stream<Sentence> addressed() {
    return IntStream.range(0, sentences.size())
        .mapToObj(i -> new Sentence(paragraph.address(i), sentences.get(i), paragraph.clues(i)));
  }
}
