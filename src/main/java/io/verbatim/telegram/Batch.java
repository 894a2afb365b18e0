package io.verbatim.telegram;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What one poll brought.
 *
 * @param updates those that could be read, by ascending id
 * @param unreadable those that could not
 * @param strays number of elements that had no id to confirm
 */
record Batch(ArrayList<Element> updates, ArrayList<Element> unreadable, int strays)
    implements Serializable {
  /**
   * An update as it came.
   *
   * @param id of the update
   * @param chat whose order it belongs to; 0 if it has none or cannot be read
   * @param json the whole of it
   */
  record Element(int id, long chat, String json) implements Serializable {
    /** The ids and no text, so that it may stand in a log. */
    @Override
    public String toString() {
      return "update " + id + " in chat " + chat;
    }
  }

  /** Sorts the updates, which Telegram promises but does not swear. */
  Batch {
    updates = new ArrayList<>(updates);
    updates.sort(Comparator.comparingInt(Element::id));
    unreadable = new ArrayList<>(unreadable);
  }

  /** The offset that confirms all of it; 0 if there is nothing to confirm. */
  int next() {
    return Stream.of(updates, unreadable)
            .flatMap(Collection::stream)
            .mapToInt(Element::id)
            .max()
            .orElse(-1)
        + 1;
  }
}
