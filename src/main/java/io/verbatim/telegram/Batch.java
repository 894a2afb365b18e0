package io.verbatim.telegram;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * What one poll brought.
 *
 * @param updates those that could be read, by ascending id
 * @param unreadable ids of those that could not
 * @param strays number of elements that had no id to confirm
 */
record Batch(ArrayList<Update> updates, ArrayList<Integer> unreadable, int strays)
    implements Serializable {
  /** Sorts the updates, which Telegram promises but does not swear. */
  Batch {
    updates = new ArrayList<>(updates);
    updates.sort(Comparator.comparing(Update::getUpdateId));
    unreadable = new ArrayList<>(unreadable);
  }

  /** The offset that confirms all but the updates after the first {@code taken}. */
  int offsetAfter(int taken) {
    if (taken < updates.size()) {
      return updates.get(taken).getUpdateId();
    }
    int highest = -1;
    for (Update update : updates) {
      highest = Math.max(highest, update.getUpdateId());
    }
    for (int id : unreadable) {
      highest = Math.max(highest, id);
    }
    return highest + 1;
  }

  /** Whether there is something to confirm. */
  boolean hasIds() {
    return !updates.isEmpty() || !unreadable.isEmpty();
  }

  /** The readable updates. */
  List<Update> readable() {
    return List.copyOf(updates);
  }
}
