package io.verbatim.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Whether the bot does its work. Safe for use by many threads. */
final class Health {
  /** A poll is held for 50 s at most, and a pause after a failed one takes 30 s at most. */
  private static final Duration LONGEST_WITHOUT_POLL = Duration.ofMinutes(2);

  /** Nothing takes longer, however long its chat has to wait before. */
  private static final Duration LONGEST_IN_HAND = Duration.ofMinutes(5);

  /** How far the index has come. */
  enum Index {
    /** The encoders read the articles; answers are found by words meanwhile. */
    READING,
    /** Answers are found by words alone: the encoders are not wanted, or cannot run. */
    WORDS,
    /** Answers are found by words and by meaning. */
    READY
  }

  private final InstantSource clock;
  private final Supplier<Duration> oldest;
  private final LongSupplier waiting;
  private final Supplier<Index> index;
  private final int paragraphs;
  private volatile Supplier<Duration> stuck = () -> Duration.ZERO;
  private volatile Instant lastPoll;

  /**
   * @param oldest how long the oldest unanswered update has waited; zero for none
   * @param waiting how many updates are unanswered
   * @param index how far the index has come
   * @param paragraphs how many it has
   */
  Health(
      InstantSource clock,
      Supplier<Duration> oldest,
      LongSupplier waiting,
      Supplier<Index> index,
      int paragraphs) {
    this.clock = clock;
    this.oldest = oldest;
    this.waiting = waiting;
    this.index = index;
    this.paragraphs = paragraphs;
    this.lastPoll = clock.instant();
  }

  /**
   * Watches what is in hand, too.
   *
   * @param stuck for how long something has been in hand that should have been done by now
   */
  void watch(Supplier<Duration> stuck) {
    this.stuck = stuck;
  }

  /** The server has just answered a poll well. */
  void goodPoll() {
    lastPoll = clock.instant();
  }

  /** How things stand now. */
  Report report() {
    return new Report(
        sincePoll(), oldest.get(), waiting.getAsLong(), stuck.get(), index.get(), paragraphs);
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
   * @param stuck for how long something has been in hand that should have been done by now
   * @param index how far the index has come
   * @param paragraphs how many it has
   */
  record Report(
      Duration sincePoll,
      Duration oldest,
      long waiting,
      Duration stuck,
      Index index,
      int paragraphs) {
    /** Whether the bot receives and answers. */
    boolean isWell() {
      return sincePoll.compareTo(LONGEST_WITHOUT_POLL) <= 0
          && stuck.compareTo(LONGEST_IN_HAND) <= 0;
    }

    /** One object on one line. */
    String json() {
      return """
      {"status":"%s","sincePollSeconds":%d,"oldestSeconds":%d,"waiting":%d,"inHandSeconds":%d,\
      "index":"%s","paragraphs":%d}\
      """
          .formatted(
              isWell() ? "ok" : "stuck",
              sincePoll.toSeconds(),
              oldest.toSeconds(),
              waiting,
              stuck.toSeconds(),
              index.name().toLowerCase(Locale.ROOT),
              paragraphs);
    }
  }
}
