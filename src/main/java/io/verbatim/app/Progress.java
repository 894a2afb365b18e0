package io.verbatim.app;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A progress bar on a terminal for work that takes longer than people wait without asking; nothing
 * elsewhere.
 */
final class Progress implements IntConsumer, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int WIDTH = 80;

  private final String task;
  private final int size;
  private final PrintStream out;
  private final InstantSource clock;
  private final Instant began;
  private Optional<ProgressBar> bar = Optional.empty();

  /**
   * @param task what takes so long
   * @param size number of steps
   * @param out where the bar is drawn
   */
  Progress(String task, int size, PrintStream out, InstantSource clock) {
    this.task = task;
    this.size = size;
    this.out = out;
    this.clock = clock;
    this.began = clock.instant();
  }

  /** Draws that so many steps are done. */
  @Override
  public void accept(int done) {
    if (bar.isEmpty() && onTerminal() && clock.instant().isAfter(began.plus(PATIENCE))) {
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName(task)
                  .setInitialMax(size)
                  .setStyle(ProgressBarStyle.ASCII)
                  .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                  .build());
    }
    bar.ifPresent(b -> b.stepTo(done));
  }

  private static boolean onTerminal() {
    return Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
