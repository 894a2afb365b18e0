package io.verbatim.answer;

/**
 * Where the three outcomes part, and how much is quoted.
 *
 * @param quoted least confidence, 0 to 1, with which a passage is quoted as the answer
 * @param related least confidence with which passages are shown as related; less is not covered
 * @param further least share of the best passage's confidence with which a further passage is shown
 *     beside it
 * @param mostQuotes most passages shown at once, at least 1
 * @param longest most UTF-16 units of a paragraph that are quoted whole; a longer one is cut at
 *     sentence borders around the answer
 */
public record AnswerPolicy(
    double quoted, double related, double further, int mostQuotes, int longest) {
  /** What is shipped; {@code docs/answering.md} says where the figures come from. */
  public static final AnswerPolicy SHIPPED = new AnswerPolicy(0.45, 0.10, 0.5, 3, 700);

  /**
   * @throws IllegalArgumentException if the thresholds are not in order or a number is out of its
   *     range
   */
  public AnswerPolicy {
    if (!(0 <= related && related <= quoted && quoted <= 1) || mostQuotes < 1 || longest < 1) {
      throw new IllegalArgumentException("thresholds " + related + ", " + quoted);
    }
  }
}
