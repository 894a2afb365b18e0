package io.verbatim.telegram;

import java.util.StringJoiner;

/** Failures as they may stand in a log. */
public final class Failures {
  private static final int CAUSES = 5;

  private Failures() {}

  /**
   * What kind of failure, where in our code, and caused by what. No message of any exception: a
   * reader's words may stand there.
   */
  public static String describe(Throwable failure) {
    var words = new StringJoiner(", caused by ");
    Throwable each = failure;
    for (int i = 0; i < CAUSES && each != null; i++) {
      words.add(each.getClass().getName() + where(each));
      each = each.getCause();
    }
    return words.toString();
  }

  private static String where(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("io.verbatim.")) {
        return " at " + frame;
      }
    }
    return "";
  }
}
