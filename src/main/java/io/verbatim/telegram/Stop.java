package io.verbatim.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The wish that the bot stop, and all ways to wait that give in to it. */
final class Stop implements Pause {
  /** Completed with the time of the wish, as {@link System#nanoTime} gives it. */
  private final CompletableFuture<Long> wish = new CompletableFuture<>();

  /** Asks to stop; for ever. */
  void request() {
    wish.complete(System.nanoTime());
  }

  boolean requested() {
    return wish.isDone();
  }

  @Override
  public boolean pause(Duration duration) {
    var over = new CompletableFuture<Boolean>();
    orStop(over.completeOnTimeout(true, duration.toMillis(), TimeUnit.MILLISECONDS));
    return !requested();
  }

  /** Waits for a result; empty if the bot is to stop before it comes. */
  <T> Optional<T> orStop(CompletableFuture<T> result) {
    CompletableFuture.anyOf(result, wish).join();
    return result.isDone() ? Optional.of(result.join()) : Optional.empty();
  }

  /** Waits for an end; not longer than until so much time has gone by since the wish to stop. */
  void orStop(CompletableFuture<?> end, Duration grace) {
    CompletableFuture.anyOf(end, wish).join();
    if (!end.isDone()) {
      end.copy()
          .handle((done, failure) -> true)
          .completeOnTimeout(true, left(grace).toNanos(), TimeUnit.NANOSECONDS)
          .join();
    }
  }

  /** What is left of a time since the wish to stop, which has been made; zero for nothing. */
  Duration left(Duration grace) {
    Duration left = grace.minusNanos(System.nanoTime() - wish.join());
    return left.isPositive() ? left : Duration.ZERO;
  }
}
