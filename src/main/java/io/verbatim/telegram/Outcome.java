package io.verbatim.telegram;

import java.time.Duration;
import java.util.OptionalLong;

/** What became of a request to the Bot API. */
sealed interface Outcome<T> {
  /** What it is called in figures. */
  default String name() {
    return switch (this) {
      case Accepted<T> _ -> "accepted";
      case Refused<T> _ -> "refused";
      case TooMany<T> _ -> "too-many";
      case Unauthorized<T> _ -> "unauthorized";
      case Conflict<T> _ -> "conflict";
      case Unreachable<T> _ -> "unreachable";
    };
  }

  /** Done as asked. */
  record Accepted<T>(T result) implements Outcome<T> {}

  /**
   * Not done, and not to be tried again as it is.
   *
   * @param code as HTTP has it: 400, 403, …
   * @param description Telegram's words
   * @param movedTo the chat's new id, if it became a supergroup
   */
  record Refused<T>(int code, String description, OptionalLong movedTo) implements Outcome<T> {}

  /** Not done: too many requests (429). */
  record TooMany<T>(Duration retryAfter) implements Outcome<T> {}

  /** Not done: Telegram does not accept the token (401, or 404 for one it cannot read). */
  record Unauthorized<T>(int code) implements Outcome<T> {}

  /** Not done: somebody else receives this bot's updates (409). */
  record Conflict<T>(String description) implements Outcome<T> {}

  /**
   * Done or not: no answer came, or none that could be understood.
   *
   * @param reason for the log; holds no token and nothing that a reader wrote
   * @param trouble how far the request got
   */
  record Unreachable<T>(String reason, Trouble trouble) implements Outcome<T> {}

  /** How far a request got that has no answer. */
  enum Trouble {
    /** There was no connection: it is not done. */
    NO_CONNECTION,
    /** It left, and no whole answer came back: it may be done. */
    NO_ANSWER,
    /** The server, or a proxy before it, failed (5xx): it may be done. */
    SERVER_FAILED,
    /** It was done, and the answer is too large to be read. */
    TOO_LARGE
  }
}
