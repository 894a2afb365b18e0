package io.verbatim.telegram;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A timer whose time goes from one task to the next at once. For one thread. */
final class VirtualTime implements Timer {
  private record Task(long at, long number, Runnable run) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
  private long now;
  private long number;

  @Override
  public void after(Duration delay, Runnable task) {
    tasks.add(new Task(now + delay.toNanos(), number++, task));
  }

  /** Nanoseconds since the beginning. */
  @Override
  public long now() {
    return now;
  }

  /** Runs everything that is due up to a time. */
  void runUntil(Duration end) {
    while (!tasks.isEmpty() && tasks.peek().at() <= end.toNanos()) {
      Task next = tasks.remove();
      now = next.at();
      next.run().run();
    }
    now = end.toNanos();
  }
}
