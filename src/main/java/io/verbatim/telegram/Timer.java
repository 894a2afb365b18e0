package io.verbatim.telegram;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs something later. Tests have one whose time they move themselves. */
@FunctionalInterface
interface Timer {
  /** Goes by the clock of the machine. */
  Timer SYSTEM =
      (delay, task) ->
          CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS).execute(task);

  /**
   * Runs a short task once that much time has gone by, never earlier.
   *
   * @param delay zero or more
   */
  void after(Duration delay, Runnable task);
}
