package io.verbatim.evaluation;

/**
 * What came of one question.
 *
 * @param article place of the article in the set, from 0
 * @param kind what was to be expected
 * @param rank of the first paragraph with an answer, from 1; 0 if none was found
 * @param sentenceRank of the first passage whose sentence has an answer, from 1; 0 if none was
 *     found
 * @param confidence of the first passage, 0 if nothing was found
 * @param mark the phrase marked in the first passage
 * @param quoted whether it was quoted as the answer
 * @param verbatim whether every quote equals the article's text at its address
 * @param nanoseconds from question to answer
 */
record Verdict(
    int article,
    Kind kind,
    int rank,
    int sentenceRank,
    double confidence,
    Mark mark,
    boolean quoted,
    boolean verbatim,
    long nanoseconds) {
  /** What was to be expected of a question. */
  enum Kind {
    /** The article answers it. */
    ANSWERABLE,
    /** It was asked about the same article, which does not answer it. */
    NEAR_TOPIC,
    /** It was asked about another article. */
    OFF_TOPIC
  }

  /** What the phrase marked in the first passage is worth. */
  enum Mark {
    /** None is marked. */
    NONE,
    /** It overlaps an answer. */
    RIGHT,
    /** It does not. */
    WRONG
  }

  /** Whether the first paragraph answers. */
  boolean right() {
    return kind == Kind.ANSWERABLE && rank == 1;
  }
}
