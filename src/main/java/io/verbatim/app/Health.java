package io.verbatim.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Whether the bot does its work. Safe for use by many threads. */
final class Health {
  /** A poll is held for 50 s at most, and a pause after a failed one takes 30 s at most. */
  private static final Duration LONGEST_WITHOUT_POLL = Duration.ofMinutes(2);

  private static final Duration LONGEST_WAITING = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Supplier<Duration> oldest;
  private final LongSupplier waiting;
  private final BooleanSupplier byMeaning;
  private volatile Instant lastPoll;

  /**
   * @param oldest how long the oldest unanswered update has waited; zero for none
   * @param waiting how many updates are unanswered
   * @param byMeaning whether the encoders answer too
   */
  Health(
      InstantSource clock,
      Supplier<Duration> oldest,
      LongSupplier waiting,
      BooleanSupplier byMeaning) {
    this.clock = clock;
    this.oldest = oldest;
    this.waiting = waiting;
    this.byMeaning = byMeaning;
    this.lastPoll = clock.instant();
  }

  /** The server has just answered a poll well. */
  void goodPoll() {
    lastPoll = clock.instant();
  }

  /** How things stand now. */
  Report report() {
    return new Report(sincePoll(), oldest.get(), waiting.getAsLong(), byMeaning.getAsBoolean());
  }

  /** Time since the last good poll, or since the start. */
  Duration sincePoll() {
    return Duration.between(lastPoll, clock.instant());
  }

  /**
   * How things stood at a moment.
   *
   * @param sincePoll time since the last good poll, or since the start
   * @param oldest how long the oldest unanswered update has waited; zero for none
   * @param waiting how many updates are unanswered
   * @param byMeaning whether the encoders answer too
   */
  record Report(Duration sincePoll, Duration oldest, long waiting, boolean byMeaning) {
    /** Whether the bot receives and answers. */
    boolean isWell() {
      return sincePoll.compareTo(LONGEST_WITHOUT_POLL) <= 0
          && oldest.compareTo(LONGEST_WAITING) <= 0;
    }

    /** One object on one line. */
    String json() {
      return "{\"status\":\"%s\",\"sincePollSeconds\":%d,\"oldestSeconds\":%d,\"waiting\":%d,\"answersBy\":\"%s\"}"
          .formatted(
              isWell() ? "ok" : "stuck",
              sincePoll.toSeconds(),
              oldest.toSeconds(),
              waiting,
              byMeaning ? "meaning" : "words");
    }
  }
}
