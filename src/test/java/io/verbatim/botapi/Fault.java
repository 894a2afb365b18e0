package io.verbatim.botapi;

/** A way for the server to fail. Unless it says otherwise nothing is done of what was asked. */
public sealed interface Fault {
  /**
   * An answer of that status.
   *
   * @param status HTTP status
   * @param body as it is, JSON or not
   */
  record Answers(int status, String body) implements Fault {}

  /** The connection is closed without an answer. */
  record Closes() implements Fault {}

  /** What was asked is done, and the connection is closed before the answer. */
  record DoesAndCloses() implements Fault {}

  /** What was asked is done, and half of the answer arrives. */
  record DoesAndTruncates() implements Fault {}

  /** No answer comes until the server is closed. */
  record BlackHole() implements Fault {}

  /** 429, with the time to wait. */
  static Fault tooMany(int seconds) {
    Answer answer = io.verbatim.botapi.Answer.tooMany(seconds);
    return new Answers(answer.status(), answer.body());
  }

  /** A refusal as the Bot API words it. */
  static Fault refusal(int code, String description) {
    Answer answer = io.verbatim.botapi.Answer.refused(code, description);
    return new Answers(answer.status(), answer.body());
  }

  /** What a proxy says when the server behind it is away. */
  static Fault html(int status) {
    return new Answers(status, "<html><body><h1>" + status + " Bad Gateway</h1></body></html>");
  }
}
