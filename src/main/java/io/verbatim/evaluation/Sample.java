package io.verbatim.evaluation;

/**
 * A set of questions as the fit uses it.
 *
 * @param name as shown
 * @param use what it teaches
 * @param questions number of its questions
 */
record Sample(String name, Use use, int questions) {
  /** What questions teach. */
  enum Use {
    /** How to rank, and when to be silent. */
    RANKING,
    /** When to be silent in a short article. */
    SHORT_ARTICLES,
    /** When to be silent although the article is near the topic. */
    NEAR_TOPIC
  }
}
