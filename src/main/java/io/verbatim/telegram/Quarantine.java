package io.verbatim.telegram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of updates that could not be read, one a line, for its owner's eyes only. When it is full
 * it takes the place of the one before it. Safe for use by many threads.
 */
final class Quarantine {
  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
  private static final int LONGEST = 65_536;
  private static final long FULL = 5_000_000;

  private final Path file;

  Quarantine(Path file) {
    this.file = file;
  }

  /** Adds an update; of a very long one the beginning. A failure is logged. */
  synchronized void add(String json) {
    String line = json.length() > LONGEST ? json.substring(0, LONGEST) : json;
    try {
      if (Files.exists(file) && Files.size(file) > FULL) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      if (Files.notExists(file)) {
        Files.createFile(file, forOwner());
      }
      Files.writeString(
          file,
          line.replaceAll("\\R", " ") + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.warn("an update could not be set aside in {}: {}", file, e.toString());
    }
  }

  private static FileAttribute<?>[] forOwner() {
    Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
