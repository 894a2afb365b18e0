package io.verbatim.telegram;

import java.time.Duration;

/**
 * How long requests and their answers travel at least. Not safe for use by many threads.
 *
 * <p>A request is counted at Telegram's end some time after it left and some time before its answer
 * came; how much on either side is unknown, but the two together are the round trip without the
 * work that Telegram did, and that is never much less than the least of many round trips.
 */
final class RoundTrips {
  /** So many are looked at before anything is said, and so many again before it is forgotten. */
  private static final int MANY = 100;

  /** By how much the next may be faster than all of them. */
  private static final long MARGIN = Duration.ofMillis(15).toNanos();

  private long before;
  private long least = Long.MAX_VALUE;
  private int seen;

  /**
   * One has taken place.
   *
   * @param nanos how long it took
   */
  void took(long nanos) {
    least = Math.min(least, nanos);
    before = Math.min(before, nanos);
    if (++seen == MANY) {
      before = least;
      least = Long.MAX_VALUE;
      seen = 0;
    }
  }

  /** Nanoseconds that every round trip takes; 0 as long as too few were seen. */
  long least() {
    return Math.max(0, before - MARGIN);
  }
}
