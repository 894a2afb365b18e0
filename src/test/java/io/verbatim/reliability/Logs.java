package io.verbatim.reliability;

import io.verbatim.botapi.BotApiDouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the bots of a run have logged.
 *
 * @param lines in all
 * @param leaks lines in which the token stands or words of a reader do
 */
record Logs(long lines, long leaks) {
  /** The part of the token that is secret. */
  private static final String SECRET =
      BotApiDouble.TOKEN.substring(BotApiDouble.TOKEN.indexOf(':') + 1);

  static final Logs NONE = new Logs(0, 0);

  /** Reads every log in a folder and in those below it. */
  static Logs in(Path folder) throws IOException {
    Logs logs = NONE;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path log : files.filter(file -> file.endsWith("log")).toList()) {
        logs = logs.plus(read(log));
      }
    }
    return logs;
  }

  Logs plus(Logs other) {
    return new Logs(lines + other.lines, leaks + other.leaks);
  }

  private static Logs read(Path log) throws IOException {
    long lines = 0;
    long leaks = 0;
    // Whatever the bytes are, the secrets are ASCII.
    try (BufferedReader reader = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines++;
        if (line.contains(SECRET) || line.contains(Bench.MARK)) {
          leaks++;
        }
      }
    }
    return new Logs(lines, leaks);
  }
}
