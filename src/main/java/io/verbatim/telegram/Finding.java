package io.verbatim.telegram;

import java.util.Optional;

/**
 * What was seen when something was looked at.
 *
 * @param weight how much it matters
 * @param subject what was looked at, in a word or two
 * @param seen what was found
 * @param mend what to do about it; empty if it is well
 */
public record Finding(Weight weight, String subject, String seen, Optional<String> mend) {
  /** How much something matters. */
  public enum Weight {
    /** All is well. */
    WELL,
    /** The bot does without; whoever wants it can have it. */
    NOTE,
    /** Something is wrong. */
    ILL
  }

  /** All is well. */
  public static Finding well(String subject, String seen) {
    return new Finding(Weight.WELL, subject, seen, Optional.empty());
  }

  /** The bot does without. */
  public static Finding note(String subject, String seen, String mend) {
    return new Finding(Weight.NOTE, subject, seen, Optional.of(mend));
  }

  /** Something is wrong. */
  public static Finding ill(String subject, String seen, String mend) {
    return new Finding(Weight.ILL, subject, seen, Optional.of(mend));
  }
}
