package io.verbatim.telegram;

import io.verbatim.journal.Change;
import io.verbatim.journal.Entry;
import io.verbatim.journal.Inbox;
import io.verbatim.journal.JournalException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * Handles what waits in the inbox: chats side by side, each chat in order, one update of each in
 * turn, so that a chat with many delays no other. What is not in hand stays on disk; of a chat that
 * waits only its id is in memory. Safe for use by many threads.
 */
final class Lanes {
  private static final ThreadFactory THREADS = Thread.ofVirtual().name("chat-", 0).factory();

  /** Handles one update. */
  @FunctionalInterface
  interface Handler {
    /**
     * Never throws, but for a {@link JournalException}.
     *
     * @return what to keep with the mark that the update is done with; empty if the bot is to stop
     *     and it must be handled again
     */
    Optional<List<Change>> handle(Entry entry);
  }

  private enum State {
    /** Waits for its turn. */
    READY,
    /** An update of it is in hand. */
    BUSY,
    /** An update of it is in hand, and more may have come meanwhile. */
    BUSY_WITH_MORE
  }

  private final Inbox inbox;
  private final Handler handler;
  private final Stop stop;
  private final DiskPatience disk;
  private final Consumer<JournalException> broken;
  private final Queue<Long> turns = new ArrayDeque<>();
  private final Map<Long, State> states = new HashMap<>();
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private int free;
  private int inHand;
  private boolean closing;

  /**
   * @param most updates in hand at once
   * @param broken is told if the journal can no longer be used
   */
  Lanes(
      Inbox inbox,
      Handler handler,
      Stop stop,
      DiskPatience disk,
      int most,
      Consumer<JournalException> broken) {
    this.inbox = inbox;
    this.handler = handler;
    this.stop = stop;
    this.disk = disk;
    this.free = most;
    this.broken = broken;
  }

  /** Handles what waits in these chats, among the others. */
  synchronized void wake(Collection<Long> chats) {
    for (long chat : chats) {
      State state = states.get(chat);
      if (state == null) {
        states.put(chat, State.READY);
        turns.add(chat);
      } else if (state == State.BUSY) {
        states.put(chat, State.BUSY_WITH_MORE);
      }
    }
    serve();
  }

  /** Begins nothing more, and waits for what is in hand, for the grace at most. */
  void close(Duration grace) {
    synchronized (this) {
      closing = true;
      if (inHand == 0) {
        ended.complete(true);
      }
    }
    stop.orStop(ended, grace);
  }

  private synchronized void serve() {
    while (free > 0 && !turns.isEmpty() && !closing && !stop.requested()) {
      long chat = turns.remove();
      states.put(chat, State.BUSY);
      free--;
      inHand++;
      THREADS.newThread(() -> run(chat)).start();
    }
  }

  private void run(long chat) {
    boolean more = false;
    try {
      more = handleNext(chat);
    } catch (JournalException e) {
      if (e.trouble() != JournalException.Trouble.CLOSED) {
        broken.accept(e);
      }
    } finally {
      end(chat, more);
    }
  }

  private synchronized void end(long chat, boolean more) {
    free++;
    inHand--;
    if (more || states.get(chat) == State.BUSY_WITH_MORE) {
      states.put(chat, State.READY);
      turns.add(chat);
    } else {
      states.remove(chat);
    }
    serve();
    if (closing && inHand == 0) {
      ended.complete(true);
    }
  }

  /** Handles the first update of a chat, and tells whether there may be more. */
  private boolean handleNext(long chat) {
    Optional<Entry> entry = inbox.first(chat);
    if (entry.isEmpty()) {
      return false;
    }
    Optional<List<Change>> changes = handler.handle(entry.get());
    return changes.isPresent() && disk.write(() -> inbox.answered(entry.get(), changes.get()));
  }

  /** What is wrong with the journal, for people. */
  static String reason(JournalException e) {
    return e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause().getMessage());
  }
}
