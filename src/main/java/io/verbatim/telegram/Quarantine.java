package io.verbatim.telegram;

import io.verbatim.journal.Folder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of updates that could not be read, one a line, for its owner's eyes only. The first line
 * tells when it was begun. When it is full, or 15 days old, it takes the place of the one before
 * it; at 30 days that one is deleted. Safe for use by many threads.
 */
final class Quarantine {
  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
  private static final int LONGEST = 65_536;
  private static final long FULL = 5_000_000;
  private static final Duration OLD = Duration.ofDays(15);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

  private final Path file;
  private final Path before;
  private final InstantSource clock;
  private Instant looked = Instant.EPOCH;

  Quarantine(Path file, InstantSource clock) {
    this.file = file;
    this.before = file.resolveSibling(file.getFileName() + ".1");
    this.clock = clock;
  }

  /** Adds an update; of a very long one the beginning. A failure is logged. */
  synchronized void add(String json) {
    String line = json.length() > LONGEST ? json.substring(0, LONGEST) : json;
    try {
      if (Files.exists(file) && Files.size(file) > FULL) {
        turn();
      }
      if (Files.notExists(file)) {
        Folder.make(file);
        append("\"" + clock.instant() + "\"");
      }
      append(line.replaceAll("\\R", " "));
    } catch (IOException e) {
      LOG.warn("an update could not be set aside in {}: {}", file, e.toString());
    }
  }

  /** Deletes what is too old; looks for it once an hour, however often it is called. */
  synchronized void tidy() {
    Instant now = clock.instant();
    if (now.isBefore(looked.plus(BETWEEN_LOOKS))) {
      return;
    }
    looked = now;
    try {
      if (isOlder(file, OLD)) {
        turn();
      }
      if (isOlder(before, KEPT)) {
        Files.delete(before);
      }
    } catch (IOException e) {
      LOG.warn("{} could not be tidied: {}", file, e.toString());
    }
  }

  private void append(String line) throws IOException {
    Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private void turn() throws IOException {
    Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether there is such a file, and it was begun longer ago than that. */
  private boolean isOlder(Path path, Duration age) throws IOException {
    return Files.exists(path) && begun(path).isBefore(clock.instant().minus(age));
  }

  /** The system may only know when it was written last. */
  private static Instant begun(Path path) throws IOException {
    try (var lines = Files.lines(path)) {
      return Instant.parse(lines.findFirst().orElse("").replace("\"", ""));
    } catch (DateTimeParseException e) {
      // Of an earlier version, which did not write it down.
      return Files.readAttributes(path, BasicFileAttributes.class).creationTime().toInstant();
    }
  }
}
