package io.verbatim.telegram;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/** Asks again and again for what the bot cannot do without. */
final class Insistence {
  private static final Logger LOG = LoggerFactory.getLogger(Insistence.class);

  private final BotApi api;
  private final ApiServer server;
  private final Stop stop;
  private final Pause pause;
  private final RandomGenerator random;

  Insistence(BotApi api, ApiServer server, Stop stop, Pause pause, RandomGenerator random) {
    this.api = api;
    this.server = server;
    this.stop = stop;
    this.pause = pause;
    this.random = random;
  }

  /**
   * Asks until the server accepts, the bot is to stop, or the token is refused.
   *
   * @param then what follows once it is accepted
   * @return how that ended
   */
  <T extends Serializable> Ending ask(BotApiMethod<T> method, Function<T, Ending> then) {
    return ask(method, then, _ -> Optional.empty());
  }

  /**
   * The same.
   *
   * @param refused what a refusal leads to; empty if it may be another the next time
   */
  <T extends Serializable> Ending ask(
      BotApiMethod<T> method,
      Function<T, Ending> then,
      Function<Outcome.Refused<T>, Optional<Ending>> refused) {
    var backoff = new Backoff(random);
    boolean told = false;
    while (!stop.requested()) {
      Optional<Outcome<T>> outcome = stop.orStop(api.ask(method));
      if (outcome.isEmpty()) {
        break;
      }
      Duration wait;
      String reason;
      switch (outcome.get()) {
        case Outcome.Accepted<T>(T result) -> {
          return then.apply(result);
        }
        case Outcome.Unauthorized<T>(int code) -> {
          return new Ending.TokenRefused(code);
        }
        case Outcome.TooMany<T>(Duration retryAfter) -> {
          wait = retryAfter;
          reason = "too many requests";
        }
        case Outcome.Unreachable<T>(String words, Outcome.Trouble trouble) -> {
          wait = backoff.after(trouble);
          reason = words;
        }
        case Outcome.Refused<T> refusal -> {
          Optional<Ending> ending = refused.apply(refusal);
          if (ending.isPresent()) {
            return ending.get();
          }
          wait = backoff.next();
          reason = refusal.code() + " " + refusal.description();
        }
        case Outcome.Conflict<T>(String words) -> {
          wait = backoff.next();
          reason = words;
        }
      }
      if (!told) {
        LOG.warn(
            "{} does not succeed at {}, will go on trying: {}", method.getMethod(), server, reason);
        told = true;
      }
      pause.pause(wait);
    }
    return new Ending.Stopped();
  }
}
