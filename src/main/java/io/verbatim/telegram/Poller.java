package io.verbatim.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches updates and confirms them once they are taken. The library's own poller confirms first
 * and loses what a crash interrupts (telegrambots-longpolling 10.2.0).
 */
final class Poller {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final int CONFLICTS_BEFORE_GIVING_UP = 3;
  private static final Duration LAST_CALL = Duration.ofSeconds(1);

  private final BotApi api;
  private final Inbox inbox;
  private final Stop stop;
  private final Pause pause;
  private final Backoff backoff;
  private final Duration patience;
  private final Runnable goodPoll;

  private int offset;
  private int confirmed;
  private int conflicts;
  private boolean failing;

  /**
   * @param patience how long the server may hold a poll, at most 50 s
   * @param goodPoll to be run after every poll that the server answered well
   */
  Poller(
      BotApi api,
      Inbox inbox,
      Stop stop,
      Pause pause,
      RandomGenerator random,
      Duration patience,
      Runnable goodPoll) {
    this.api = api;
    this.inbox = inbox;
    this.stop = stop;
    this.pause = pause;
    this.backoff = new Backoff(random);
    this.patience = patience;
    this.goodPoll = goodPoll;
  }

  /** Polls until the bot is to stop or cannot go on. */
  Ending run() {
    while (!stop.requested()) {
      int asked = offset;
      Optional<Outcome<Batch>> outcome = stop.orStop(api.poll(GetBatch.from(asked, patience)));
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
        goodPoll.run();
        take(batch);
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
      case Outcome.Unreachable(String reason, _) -> tryLater(reason);
    }
    return Optional.empty();
  }

  private void take(Batch batch) {
    for (int id : batch.unreadable()) {
      LOG.error("update {} cannot be read and is set aside", id);
    }
    if (batch.strays() > 0 && !batch.hasIds()) {
      tryLater("an answer with " + batch.strays() + " updates without id");
      return;
    }
    if (failing) {
      LOG.info("Telegram answers again");
    }
    failing = false;
    conflicts = 0;
    backoff.reset();
    if (batch.hasIds()) {
      // Not the maximum of old and new: after a week of silence Telegram may begin lower again.
      offset = batch.offsetAfter(inbox.take(batch.readable()));
    }
  }

  private void tryLater(String reason) {
    failed(reason);
    pause.pause(backoff.next());
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
