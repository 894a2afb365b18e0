package io.verbatim.journal;

import java.time.Instant;

/**
 * An update that waits for its answer.
 *
 * @param number by order of arrival, ascending, never used twice
 * @param update its id
 * @param chat whose order it belongs to
 * @param received when it came
 * @param parts of the reply that have arrived already, from the first
 * @param json the whole update
 */
public record Entry(long number, long update, long chat, Instant received, int parts, String json) {
  /** The ids and no text, so that it may stand in a log. */
  @Override
  public String toString() {
    return "Entry[update " + update + " in chat " + chat + "]";
  }
}
