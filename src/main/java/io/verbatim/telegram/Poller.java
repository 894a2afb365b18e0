package io.verbatim.telegram;

import io.verbatim.journal.JournalException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches updates and confirms them once they are on disk. The library's own poller confirms first
 * and loses what a crash interrupts (telegrambots-longpolling 10.2.0).
 */
final class Poller {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final int CONFLICTS_BEFORE_GIVING_UP = 3;
  private static final Duration LAST_CALL = Duration.ofSeconds(1);

  /** After so long without a good poll the connections are given up, whatever they look like. */
  static final Duration WATCH = Duration.ofMinutes(2);

  private final BotApi api;
  private final Intake intake;
  private final Stop stop;
  private final Pause pause;
  private final Backoff backoff;
  private final Duration patience;
  private final InstantSource clock;
  private final Runnable goodPoll;

  private Instant watchedFrom;
  private int limit = GetBatch.MOST;
  private int offset;
  private int confirmed;
  private int conflicts;
  private boolean failing;

  /**
   * @param patience how long the server may hold a poll, at most 50 s
   * @param clock tells for how long no poll was good
   * @param goodPoll to be run after every poll that the server answered well
   */
  Poller(
      BotApi api,
      Intake intake,
      Stop stop,
      Pause pause,
      RandomGenerator random,
      Duration patience,
      InstantSource clock,
      Runnable goodPoll) {
    this.api = api;
    this.intake = intake;
    this.stop = stop;
    this.pause = pause;
    this.backoff = new Backoff(random);
    this.patience = patience;
    this.clock = clock;
    this.watchedFrom = clock.instant();
    this.goodPoll = goodPoll;
  }

  /** Polls until the bot is to stop or cannot go on. */
  Ending run() {
    offset = intake.position();
    confirmed = offset;
    while (!stop.requested()) {
      if (intake.isFull()) {
        tryLater("more updates wait than may be kept");
        continue;
      }
      int asked = offset;
      Optional<Outcome<Batch>> outcome =
          stop.orStop(api.poll(GetBatch.from(asked, limit, patience)));
      if (outcome.isEmpty()) {
        break;
      }
      Optional<Ending> ending = react(outcome.get(), asked);
      if (ending.isPresent()) {
        return ending.get();
      }
    }
    confirm();
    return new Ending.Stopped();
  }

  private Optional<Ending> react(Outcome<Batch> outcome, int asked) {
    switch (outcome) {
      case Outcome.Accepted(Batch batch) -> {
        confirmed = asked;
        take(batch, asked);
      }
      case Outcome.TooMany(Duration retryAfter) -> {
        failed("Telegram asks to poll again in " + retryAfter.toSeconds() + " s");
        pause.pause(retryAfter);
      }
      case Outcome.Unauthorized(int code) -> {
        return Optional.of(new Ending.TokenRefused(code));
      }
      case Outcome.Conflict(String description) -> {
        Ending conflict =
            description.contains("webhook")
                ? new Ending.WebhookSet()
                : new Ending.PolledElsewhere();
        if (++conflicts == CONFLICTS_BEFORE_GIVING_UP) {
          return Optional.of(conflict);
        }
        LOG.warn("cannot receive: {}", conflict.explanation());
        pause.pause(backoff.next());
      }
      case Outcome.Refused<Batch> refused -> tryLater(refused.code() + " " + refused.description());
      case Outcome.Unreachable(String reason, Outcome.Trouble trouble) -> {
        if (trouble == Outcome.Trouble.TOO_LARGE) {
          limit = Math.max(GetBatch.LEAST, limit / 4);
        }
        watch();
        tryLater(reason, trouble);
      }
    }
    return Optional.empty();
  }

  private void take(Batch batch, int asked) {
    int next = batch.next();
    if (batch.strays() > 0 && next == 0) {
      tryLater("an answer with " + batch.strays() + " updates without id");
      return;
    }
    try {
      intake.take(batch, asked);
    } catch (JournalException e) {
      // Not confirmed, so Telegram keeps them until there is room.
      tryLater("updates cannot be kept: " + Lanes.reason(e));
      return;
    }
    goodPoll.run();
    watchedFrom = clock.instant();
    if (failing) {
      LOG.info("Receiving again");
    }
    failing = false;
    conflicts = 0;
    limit = GetBatch.MOST;
    backoff.reset();
    if (next > 0) {
      // Not the maximum of old and new: after a week of silence Telegram may begin lower again.
      offset = next;
    }
  }

  /** Connects anew when polls have failed for long: what stands between may hold on to the dead. */
  private void watch() {
    Instant now = clock.instant();
    if (Duration.between(watchedFrom, now).compareTo(WATCH) > 0) {
      watchedFrom = now;
      LOG.warn("no good poll for {} s, giving all connections up", WATCH.toSeconds());
      api.disconnect();
    }
  }

  private void tryLater(String reason) {
    failed(reason);
    pause.pause(backoff.next());
  }

  private void tryLater(String reason, Outcome.Trouble trouble) {
    failed(reason);
    pause.pause(backoff.after(trouble));
  }

  /** Tells of the first failure of a row. */
  private void failed(String reason) {
    if (failing) {
      LOG.debug("cannot receive: {}", reason);
    } else {
      LOG.warn("cannot receive, will go on trying: {}", reason);
    }
    failing = true;
  }

  /** Lets Telegram know what was taken last, so that the next start does not see it again. */
  private void confirm() {
    if (offset == confirmed) {
      return;
    }
    api.poll(GetBatch.confirming(offset))
        .completeOnTimeout(
            new Outcome.Unreachable<>("no time", Outcome.Trouble.NO_ANSWER),
            LAST_CALL.toMillis(),
            TimeUnit.MILLISECONDS)
        .join();
  }
}
