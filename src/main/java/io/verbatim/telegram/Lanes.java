package io.verbatim.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Handles updates at once: chats side by side, each chat in order. Returns when all are handled;
 * once the bot is to stop, after a grace at the latest.
 */
final class Lanes implements Inbox {
  private static final ThreadFactory THREADS = Thread.ofVirtual().name("chat-", 0).factory();

  /** Handles one update. */
  @FunctionalInterface
  interface Handler {
    /**
     * Never throws.
     *
     * @return whether the update is done with; false if the bot is to stop and it must be handed
     *     over again
     */
    boolean handle(Update update);
  }

  private final Handler handler;
  private final Stop stop;
  private final Duration grace;

  Lanes(Handler handler, Stop stop, Duration grace) {
    this.handler = handler;
    this.stop = stop;
    this.grace = grace;
  }

  @Override
  public int take(List<Update> updates) {
    var done = new AtomicIntegerArray(updates.size());
    Map<Long, List<Integer>> lanes = new LinkedHashMap<>();
    for (int i = 0; i < updates.size(); i++) {
      lanes.computeIfAbsent(UpdateReader.chat(updates.get(i)), chat -> new ArrayList<>()).add(i);
    }
    var overdue = new CompletableFuture<Boolean>();
    var ends = new ArrayList<CompletableFuture<?>>();
    for (List<Integer> lane : lanes.values()) {
      ends.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i : lane) {
                  if (overdue.isDone() || !handler.handle(updates.get(i))) {
                    return;
                  }
                  done.set(i, 1);
                }
              },
              task -> THREADS.newThread(task).start()));
    }
    stop.orStop(CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new)), grace);
    overdue.complete(true);
    int taken = 0;
    while (taken < updates.size() && done.get(taken) == 1) {
      taken++;
    }
    return taken;
  }
}
