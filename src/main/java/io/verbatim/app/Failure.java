package io.verbatim.app;

/**
 * The program cannot do what it was started for. The message is for the operator and says what to
 * mend; tokens in it are made unreadable.
 */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Exit exit;

  private Failure(Exit exit, String message) {
    super(Secrets.hidden(message));
    this.exit = exit;
  }

  /** The settings are wrong. */
  static Failure configuration(String message) {
    return new Failure(Exit.CONFIGURATION, message);
  }

  /** The settings are wrong. */
  static Failure configuration(String message, Throwable cause) {
    return because(cause, configuration(message));
  }

  /** The disk is full, or cannot be written. */
  static Failure disk(String message, Throwable cause) {
    return because(cause, new Failure(Exit.DISK, message));
  }

  /** No article can be read. */
  static Failure article(String message, Throwable cause) {
    return because(cause, new Failure(Exit.UNREADABLE_ARTICLE, message));
  }

  /** How the program ends. */
  Exit exit() {
    return exit;
  }

  private static Failure because(Throwable cause, Failure failure) {
    failure.initCause(cause);
    return failure;
  }
}
