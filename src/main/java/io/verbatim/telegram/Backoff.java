package io.verbatim.telegram;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: a random part of a time that doubles with each failure
 * ("full jitter", AWS Architecture Blog 2015), so that many who fail together do not return
 * together. Not safe for use by many threads.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);

  /** No wait is longer. */
  static final Duration LONGEST = Duration.ofSeconds(30);

  /**
   * The longest wait of who receives, where nothing reached Telegram or nothing came back: trying
   * costs Telegram nothing, and readers wait for the end of an outage.
   */
  static final Duration RECONNECT = Duration.ofSeconds(1);

  private final RandomGenerator random;
  private int failures;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The wait after one more failure: from a tenth of the first to {@link #LONGEST}. */
  Duration next() {
    return next(LONGEST);
  }

  /** The same, and no longer than {@code longest}. */
  Duration next(Duration longest) {
    long ceiling = Math.min(longest.toMillis(), FIRST.toMillis() << Math.min(failures++, 10));
    return Duration.ofMillis(random.nextLong(FIRST.toMillis() / 10, ceiling + 1));
  }

  /**
   * The wait of who receives: no longer than {@link #RECONNECT} where Telegram was not reached or
   * did not answer.
   */
  Duration after(Outcome.Trouble trouble) {
    return switch (trouble) {
      case NO_CONNECTION, NO_ANSWER -> next(RECONNECT);
      case SERVER_FAILED, TOO_LARGE -> next();
    };
  }

  /** Forgets the failures. */
  void reset() {
    failures = 0;
  }
}
