package io.verbatim.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of damaged files beside the one that took their place, each named by when it was made.
 * Words of readers stand in them, so that only the newest are kept, and not for long.
 */
final class DamagedCopies {
  private static final Logger LOG = LoggerFactory.getLogger(DamagedCopies.class);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int MOST = 3;
  private static final List<String> PARTS = List.of("", "-wal");
  private static final String NAME = ".damaged-";
  private static final DateTimeFormatter MARK =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  private DamagedCopies() {}

  /** Copies a file, with its log, and gives where the copy is. */
  static Path copy(Path file, Instant now) throws IOException {
    Path copy = Folder.beside(file, NAME + MARK.format(now));
    try {
      for (String suffix : PARTS) {
        Path part = Folder.beside(file, suffix);
        Files.deleteIfExists(Folder.beside(copy, suffix));
        if (Files.exists(part)) {
          Files.copy(part, Folder.beside(copy, suffix), StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException e) {
      // Half a copy on a full disk would only be in the way.
      for (String suffix : PARTS) {
        Files.deleteIfExists(Folder.beside(copy, suffix));
      }
      throw e;
    }
    return copy;
  }

  /** Deletes those that are too old or too many. One that cannot be deleted is logged. */
  static void tidy(Path file, Instant now) throws IOException {
    String name = file.getFileName() + NAME;
    Pattern ours = Pattern.compile(Pattern.quote(name) + "\\d{8}T\\d{6}(-wal|-shm)?");
    List<Path> parts;
    try (var beside = Files.list(file.toAbsolutePath().getParent())) {
      parts = beside.filter(path -> ours.matcher(path.getFileName().toString()).matches()).toList();
    }
    String oldest = MARK.format(now.minus(KEPT));
    Set<String> kept =
        parts.stream()
            .map(part -> mark(part, name))
            .filter(mark -> mark.compareTo(oldest) >= 0)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .limit(MOST)
            .collect(Collectors.toSet());
    for (Path part : parts) {
      if (!kept.contains(mark(part, name))) {
        delete(part);
      }
    }
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      LOG.warn("{} is too old and cannot be deleted: {}", part, e.toString());
    }
  }

  /** When it was made, which the names of all its parts tell. */
  private static String mark(Path part, String name) {
    return part.getFileName().toString().substring(name.length()).replaceFirst("-.*", "");
  }
}
