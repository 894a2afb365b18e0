package io.verbatim.telegram;

import io.verbatim.journal.Change;
import io.verbatim.journal.Entry;
import io.verbatim.journal.Inbox;
import io.verbatim.journal.JournalException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Handles what waits in the inbox: chats side by side, each chat in order, one update of each in
 * turn, so that a chat with many delays no other. What is not in hand stays on disk; of a chat that
 * waits only its id is in memory. A chat that Telegram told to wait is in nobody's way meanwhile.
 * Safe for use by many threads.
 */
final class Lanes {
  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  /** After this a chat is served again in which something went wrong that should not. */
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private static final ThreadFactory THREADS = Thread.ofVirtual().name("chat-", 0).factory();

  /** Handles one update. */
  @FunctionalInterface
  interface Handler {
    /**
     * Never throws, but for a {@link JournalException}.
     *
     * @return what to keep with the mark that the update is done with; empty if it must be handled
     *     again, when its chat has waited or the bot has been started anew
     */
    Optional<List<Change>> handle(Entry entry);
  }

  private enum State {
    /** Waits for its turn. */
    READY,
    /** An update of it is in hand. */
    BUSY,
    /** An update of it is in hand, and more may have come meanwhile. */
    BUSY_WITH_MORE,
    /** Telegram told it to wait. */
    HALTED
  }

  private final Inbox inbox;
  private final Handler handler;
  private final Halts halts;
  private final Stop stop;
  private final Pause pause;
  private final InstantSource clock;
  private final DiskPatience disk;
  private final Consumer<JournalException> broken;
  private final Queue<Long> turns = new ArrayDeque<>();
  private final Map<Long, State> states = new HashMap<>();
  private final Map<Long, Instant> inHand = new HashMap<>();
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private final int most;
  private boolean closing;

  /**
   * @param halts chats that are to wait
   * @param pause lets them wait
   * @param clock tells how long an update is in hand
   * @param most updates in hand at once
   * @param broken is told if the journal can no longer be used
   */
  Lanes(
      Inbox inbox,
      Handler handler,
      Halts halts,
      Stop stop,
      Pause pause,
      InstantSource clock,
      DiskPatience disk,
      int most,
      Consumer<JournalException> broken) {
    this.inbox = inbox;
    this.handler = handler;
    this.halts = halts;
    this.stop = stop;
    this.pause = pause;
    this.clock = clock;
    this.disk = disk;
    this.most = most;
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

  /**
   * For how long something has not gone on that could: the update that is in hand for longest; the
   * one that waits for longest if no chat is known to have one.
   */
  Duration stuck() {
    Optional<Instant> begun;
    synchronized (this) {
      begun =
          states.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  inHand.values().stream().min(Comparator.naturalOrder()).orElse(clock.instant()));
    }
    return begun.map(since -> Duration.between(since, clock.instant())).orElseGet(inbox::age);
  }

  /** Begins nothing more, and waits for what is in hand, for the grace at most. */
  void close(Duration grace) {
    synchronized (this) {
      closing = true;
      if (inHand.isEmpty()) {
        ended.complete(true);
      }
    }
    stop.orStop(ended, grace);
  }

  private synchronized void serve() {
    while (inHand.size() < most && !turns.isEmpty() && !closing && !stop.requested()) {
      long chat = turns.remove();
      states.put(chat, State.BUSY);
      inHand.put(chat, clock.instant());
      THREADS.newThread(() -> run(chat)).start();
    }
  }

  private void run(long chat) {
    Optional<Duration> next = Optional.empty();
    try {
      next = handleNext(chat);
    } catch (JournalException e) {
      if (e.trouble() != JournalException.Trouble.CLOSED) {
        broken.accept(e);
      }
    } catch (RuntimeException | Error e) {
      LOG.error("chat {} goes on in a moment: {}", chat, Failures.describe(e));
      next = Optional.of(MOMENT);
    } finally {
      end(chat, next);
    }
    if (next.isPresent() && next.get().isPositive() && pause.pause(next.get())) {
      resume(chat);
    }
  }

  private synchronized void end(long chat, Optional<Duration> next) {
    inHand.remove(chat);
    if (next.isPresent() && next.get().isPositive()) {
      states.put(chat, State.HALTED);
    } else if (next.isPresent() || states.get(chat) == State.BUSY_WITH_MORE) {
      states.put(chat, State.READY);
      turns.add(chat);
    } else {
      states.remove(chat);
    }
    serve();
    if (closing && inHand.isEmpty()) {
      ended.complete(true);
    }
  }

  private synchronized void resume(long chat) {
    states.put(chat, State.READY);
    turns.add(chat);
    serve();
  }

  /**
   * Handles the first update of a chat, and tells after which time there may be more to handle;
   * empty for nothing more. What is logged meanwhile has the ids.
   */
  private Optional<Duration> handleNext(long chat) {
    Optional<Entry> entry = inbox.first(chat);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    try (var _ = MDC.putCloseable("update", Long.toString(entry.get().update()));
        var _ = MDC.putCloseable("chat", Long.toString(chat))) {
      Optional<List<Change>> changes = handler.handle(entry.get());
      if (changes.isEmpty()) {
        return halts.take(chat);
      }
      return disk.write(() -> inbox.answered(entry.get(), changes.get()))
          ? Optional.of(Duration.ZERO)
          : Optional.empty();
    }
  }

  /** What is wrong with the journal, for people. */
  static String reason(JournalException e) {
    return e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause().getMessage());
  }
}
