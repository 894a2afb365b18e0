package io.verbatim.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of the bot by SIGTERM or SIGINT, which is an orderly one with exit code 0; the JVM by
 * itself would end with 143 and not wait. Open from before the first thing that needs closing until
 * after the last.
 */
final class Termination implements AutoCloseable {
  /** All that an orderly end may take, within the 5 seconds that an operator is promised. */
  private static final long PATIENCE_MILLIS = 4_500;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread onSignal = new Thread(this::terminate, "termination");
  private volatile Runnable stop = ended::countDown;
  private volatile Exit exit = Exit.OK;

  Termination() {
    Runtime.getRuntime().addShutdownHook(onSignal);
  }

  /** Runs a messenger, which a signal stops. */
  Exit run(Messenger messenger) {
    stop = messenger::stop;
    exit = messenger.run();
    return exit;
  }

  /** Lets a process that is being terminated end. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(onSignal);
    } catch (IllegalStateException e) {
      // A signal has come: the hook is running and ends the process.
    }
  }

  private void terminate() {
    stop.run();
    Runtime.getRuntime().halt(endedInTime() ? exit.code() : Exit.INTERNAL.code());
  }

  private boolean endedInTime() {
    try {
      return ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
