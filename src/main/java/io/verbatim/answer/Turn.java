package io.verbatim.answer;

import io.verbatim.article.Address;
import java.util.List;

/**
 * A question of a chat with its answer.
 *
 * @param asked the reader's words
 * @param searched the words that were searched: those of the reader, or others where the question
 *     leans on the exchange before it
 * @param answer the verdict
 * @param found the sentences nearest to the question, one a paragraph, best first, whether the
 *     answer shows them or not; at most {@link #MOST_FOUND}
 */
public record Turn(String asked, String searched, Answer answer, List<Address> found) {
  /** Most sentences that are told of. */
  public static final int MOST_FOUND = 6;

  /** Copies the list. */
  public Turn {
    found = List.copyOf(found);
  }

  /** Whether words of the exchange before were searched along. */
  public boolean leans() {
    return !searched.equals(asked);
  }

  /** What the next question of the chat can lean on. */
  public Exchange exchange() {
    return new Exchange(searched);
  }
}
