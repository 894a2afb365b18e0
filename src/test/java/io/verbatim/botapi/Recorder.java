package io.verbatim.botapi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** What was asked of the server, in the order of the answers. Safe for use by many threads. */
final class Recorder {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Call> calls = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  void add(Call call) {
    lock.lock();
    try {
      calls.add(call);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void violation(String what) {
    lock.lock();
    try {
      violations.add(what);
    } finally {
      lock.unlock();
    }
  }

  List<Call> calls() {
    lock.lock();
    try {
      return List.copyOf(calls);
    } finally {
      lock.unlock();
    }
  }

  /** Those that were not taken before. */
  List<String> takeViolations() {
    lock.lock();
    try {
      List<String> taken = List.copyOf(violations);
      violations.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** How many calls there were, and the last ones. */
  private String summary() {
    return calls.size()
        + " calls, the last "
        + calls.subList(Math.max(0, calls.size() - 5), calls.size());
  }

  /** Waits until the calls are as wished; an error that tells of them if they are not in time. */
  void await(String wish, Predicate<List<Call>> fulfilled, Duration deadline) {
    lock.lock();
    try {
      long left = deadline.toNanos();
      while (!fulfilled.test(calls)) {
        if (left <= 0) {
          throw new AssertionError("no " + wish + " in " + deadline + ", but " + summary());
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + wish, e);
    } finally {
      lock.unlock();
    }
  }
}
