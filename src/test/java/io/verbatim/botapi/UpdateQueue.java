package io.verbatim.botapi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;

/**
 * The updates that wait for a bot, and who waits for them. Offsets mean what they mean in {@code
 * Client::do_get_updates}; of two who wait, the one who came first is sent away.
 */
final class UpdateQueue {
  private static final int MOST = 100;
  private static final Duration LONGEST_POLL = Duration.ofSeconds(50);
  private static final int BEYOND = 10;

  /** What a poll brought. */
  sealed interface Polled {
    /** Updates as JSON, oldest first, possibly none. */
    record Updates(List<String> json) implements Polled {}

    /** Somebody else polls, or a webhook was set. */
    record SentAway(String description) implements Polled {}
  }

  private static final class Waiting {
    Optional<String> sentAway = Optional.empty();
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Integer, String> updates = new TreeMap<>();
  private Optional<Waiting> waiting = Optional.empty();
  private int next = 1_000_001;
  private boolean closed;

  /** Adds an update made for the next id and gives that id. */
  int add(IntFunction<String> update) {
    lock.lock();
    try {
      updates.put(next, update.apply(next));
      changed.signalAll();
      return next++;
    } finally {
      lock.unlock();
    }
  }

  /** What is added meanwhile comes with one poll. */
  void together(Runnable adding) {
    lock.lock();
    try {
      adding.run();
    } finally {
      lock.unlock();
    }
  }

  /** Lets ids go on from another number, as Telegram does after a week of silence. */
  void goOnFrom(int id) {
    lock.lock();
    try {
      next = id;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return updates.size();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until every update is confirmed, and tells whether that came in time. */
  boolean awaitEmpty(Duration deadline) throws InterruptedException {
    lock.lock();
    try {
      long left = deadline.toNanos();
      while (!updates.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return updates.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  Polled poll(int offset, int limit, Duration timeout) throws InterruptedException {
    int most = limit < 1 || limit > MOST ? MOST : limit;
    Duration patience = timeout.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : timeout;
    lock.lock();
    try {
      forget(offset);
      if (updates.isEmpty() && !patience.isZero()) {
        Optional<String> sentAway = await(patience);
        if (sentAway.isPresent()) {
          return new Polled.SentAway(sentAway.get());
        }
      }
      return new Polled.Updates(updates.values().stream().limit(most).toList());
    } finally {
      lock.unlock();
    }
  }

  /** Sends away whoever waits. */
  void sendAway(String description) {
    lock.lock();
    try {
      waiting.ifPresent(poll -> poll.sentAway = Optional.of(description));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      updates.clear();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void forget(int offset) {
    if (offset > 0 && offset <= next + BEYOND) {
      updates.headMap(offset).clear();
    } else if (offset < 0) {
      while (updates.size() > -(long) offset) {
        updates.pollFirstEntry();
      }
    }
    changed.signalAll();
  }

  private Optional<String> await(Duration patience) throws InterruptedException {
    sendAway(
        "Conflict: terminated by other getUpdates request; "
            + "make sure that only one bot instance is running");
    var me = new Waiting();
    waiting = Optional.of(me);
    long left = patience.toNanos();
    while (updates.isEmpty() && me.sentAway.isEmpty() && !closed && left > 0) {
      left = changed.awaitNanos(left);
    }
    if (waiting.equals(Optional.of(me))) {
      waiting = Optional.empty();
    }
    return me.sentAway;
  }
}
