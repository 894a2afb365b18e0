package io.verbatim.embedding;

/**
 * The encoders cannot run here: this platform has no native library for them, or theirs cannot be
 * loaded.
 */
public final class UnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnavailableException(Throwable cause) {
    super("the encoders cannot run here: " + root(cause), cause);
  }

  /** What a failed start of a class wraps, level by level. */
  private static Throwable root(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : root(cause);
  }
}
