package io.verbatim.answer;

/**
 * A question of a chat with its answer.
 *
 * @param asked the reader's words
 * @param searched the words that were searched: those of the reader, or others where the question
 *     leans on the exchange before it
 * @param answer the verdict
 */
public record Turn(String asked, String searched, Answer answer) {
  /** Whether words of the exchange before were searched along. */
  public boolean leans() {
    return !searched.equals(asked);
  }

  /** What the next question of the chat can lean on. */
  public Exchange exchange() {
    return new Exchange(searched);
  }
}
