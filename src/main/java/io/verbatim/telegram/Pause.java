package io.verbatim.telegram;

import java.time.Duration;

/** Lets time pass. Tests have one that takes none. */
@FunctionalInterface
interface Pause {
  /**
   * Waits that long, or until the bot is to stop.
   *
   * @return whether to go on; false once the bot is to stop
   */
  boolean pause(Duration duration);
}
