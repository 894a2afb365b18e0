package io.verbatim.verification;

/**
 * A word as it is compared, or a mark beside it.
 *
 * @param folded what is compared: in lower case, with one kind of each quotation mark and dash
 * @param paragraph number of the paragraph that it stands in; 0 outside of an article
 * @param start first UTF-16 unit in its text
 * @param end one past the last
 */
record Token(String folded, int paragraph, int start, int end) {
  boolean isWord() {
    return folded.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** What it counts for where texts are compared: its length, so that "of" is no half of a name. */
  int weight() {
    return isWord() ? folded.length() : 0;
  }
}
