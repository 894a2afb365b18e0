package io.verbatim.app;

import io.verbatim.botapi.BotApiDouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged jar as a process, serving a Bot API double. */
final class PackagedBot implements AutoCloseable {
  private final Process process;
  private final Path log;

  private PackagedBot(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts {@code java -jar target/verbatim.jar bot} with an index and a state folder of its own.
   */
  static PackagedBot start(BotApiDouble server, Path folder) throws IOException {
    return start(server, folder, Map.of());
  }

  /**
   * The same with more settings.
   *
   * @param settings variables by name
   */
  static PackagedBot start(BotApiDouble server, Path folder, Map<String, String> settings)
      throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(java, "-jar", "target/verbatim.jar", "bot");
    Path log = folder.resolve("log");
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var environment = builder.environment();
    environment.put("TELEGRAM_BOT_TOKEN", BotApiDouble.TOKEN);
    environment.put("TELEGRAM_API_URL", server.url());
    environment.put("VERBATIM_INDEX_FOLDER", folder.resolve("index").toString());
    environment.put("VERBATIM_STATE_FOLDER", folder.resolve("state").toString());
    environment.put("VERBATIM_LOG_LEVEL", "trace");
    environment.putAll(settings);
    return new PackagedBot(builder.start(), log);
  }

  /** Sends SIGTERM and gives the exit code; an error if it has not ended in that time. */
  int terminate(Duration patience) throws InterruptedException {
    process.destroy();
    return exitCode(patience);
  }

  /** Waits for the exit code; an error if it has not ended in that time. */
  int exitCode(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after " + patience);
    }
    return process.exitValue();
  }

  /** What it has logged so far. */
  String log() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
