package io.verbatim.telegram;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Tells the time and runs something later. Tests have one whose time they move themselves. */
interface Timer {
  /** Goes by the clock of the machine. */
  Timer SYSTEM =
      new Timer() {
        @Override
        public void after(Duration delay, Runnable task) {
          CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS).execute(task);
        }

        @Override
        public long now() {
          return System.nanoTime();
        }
      };

  /**
   * Runs a short task once that much time has gone by, never earlier.
   *
   * @param delay zero or more
   */
  void after(Duration delay, Runnable task);

  /** Nanoseconds since some moment. */
  long now();
}
