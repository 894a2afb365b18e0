package io.verbatim.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The wish that the bot stop, and all ways to wait that give in to it. */
final class Stop implements Pause {
  private final CompletableFuture<Boolean> wish = new CompletableFuture<>();

  /** Asks to stop; for ever. */
  void request() {
    wish.complete(true);
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

  /** Waits for an end; once the bot is to stop, no longer than {@code grace} from then. */
  void orStop(CompletableFuture<?> end, Duration grace) {
    CompletableFuture.anyOf(end, wish).join();
    end.copy()
        .handle((done, failure) -> true)
        .completeOnTimeout(true, grace.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
