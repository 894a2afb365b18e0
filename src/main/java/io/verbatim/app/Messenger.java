package io.verbatim.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.verbatim.telegram.Token;
import java.time.Duration;

/** A rim that serves a messenger until it ends or is stopped. */
interface Messenger {
  /** Serves; returns how the program is to end. */
  Exit run();

  /** Asks {@link #run} to return soon; from any thread, any number of times. */
  void stop();

  /**
   * For how long something has been in hand that should have been done by now; zero for nothing.
   */
  default Duration stuck() {
    return Duration.ZERO;
  }

  /** Makes a messenger. */
  @FunctionalInterface
  interface Maker {
    /**
     * A messenger that is not serving yet.
     *
     * @param settings what the operator has set
     * @param token the bot's token
     * @param verbatim what is asked
     * @param state what outlives the run
     * @param meters where figures are kept
     * @param goodPoll to be run after every poll that the server answered well
     */
    Messenger make(
        Settings settings,
        Token token,
        Verbatim verbatim,
        State state,
        MeterRegistry meters,
        Runnable goodPoll);
  }
}
