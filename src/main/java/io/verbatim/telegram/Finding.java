package io.verbatim.telegram;

import java.util.Optional;

/**
 * What was seen when something was looked at.
 *
 * @param subject what was looked at, in a word or two
 * @param seen what was found
 * @param mend what to do about it; empty if it is well
 */
public record Finding(String subject, String seen, Optional<String> mend) {
  /** All is well. */
  public static Finding well(String subject, String seen) {
    return new Finding(subject, seen, Optional.empty());
  }

  /** Something is wrong. */
  public static Finding ill(String subject, String seen, String mend) {
    return new Finding(subject, seen, Optional.of(mend));
  }

  /** Whether nothing needs mending. */
  public boolean isWell() {
    return mend.isEmpty();
  }
}
