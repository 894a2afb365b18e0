package io.verbatim.reliability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged bot as operators start it, a process of its own. Linux only: it looks in /proc. */
final class BotProcess implements AutoCloseable {
  private final Process process;

  private BotProcess(Process process) {
    this.process = process;
  }

  static BotProcess start(Map<String, String> environment, Path log) throws IOException {
    var builder = new ProcessBuilder("./verbatim", "bot");
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("TELEGRAM_") || name.startsWith("VERBATIM_"));
    builder.environment().putAll(environment);
    return new BotProcess(builder.start());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it at once, as a power cut would. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Asks it to stop and gives its exit code; -1 if it has not stopped in that time. */
  int terminate(Duration patience) throws InterruptedException {
    process.destroy();
    return exitCode(patience);
  }

  /** Its exit code; -1 if it has not ended in that time. */
  int exitCode(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
  }

  /**
   * What it takes of the machine at the moment.
   *
   * @param rss resident memory, MB
   * @param peak the most of it so far, MB
   * @param threads of the operating system
   * @param files open descriptors
   * @param processor time of it that was used so far, s
   */
  record Usage(double rss, double peak, int threads, int files, double processor) {}

  Usage usage() throws IOException {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    String status = Files.readString(proc.resolve("status"), StandardCharsets.UTF_8);
    try (var files = Files.list(proc.resolve("fd"))) {
      return new Usage(
          number(status, "VmRSS:") / 1024.0,
          number(status, "VmHWM:") / 1024.0,
          (int) number(status, "Threads:"),
          (int) files.count(),
          processor());
    }
  }

  private double processor() {
    return process.info().totalCpuDuration().map(used -> used.toMillis() / 1000.0).orElse(0.0);
  }

  private static long number(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(-1);
  }

  @Override
  public void close() {
    kill();
  }
}
