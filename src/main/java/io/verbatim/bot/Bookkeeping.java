package io.verbatim.bot;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the operator counts and keeps, as far as the conversation tells of it.
 *
 * @param statistics the figures of the moment; empty if none are kept
 * @param questions whether questions are kept so that the operator can read them
 */
public record Bookkeeping(Supplier<Optional<Statistics>> statistics, boolean questions) {
  /** Nothing is counted, nothing is kept. */
  public static final Bookkeeping NONE = new Bookkeeping(Optional::empty, false);
}
