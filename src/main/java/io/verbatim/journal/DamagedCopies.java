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
import java.util.stream.Collectors;

/**
 * Damaged files beside the one that took their place, each named by when it was set aside. Words of
 * readers stand in them, so that only the newest are kept, and not for long.
 */
final class DamagedCopies {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int MOST = 3;
  private static final String NAME = ".damaged-";
  private static final DateTimeFormatter MARK =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  private DamagedCopies() {}

  /** Sets a file aside, with what belongs to it, and gives where it is now. */
  static Path setAside(Path file, Instant now) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + NAME + MARK.format(now));
    for (String suffix : List.of("", "-wal", "-shm")) {
      Path part = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(part)) {
        Files.move(
            part,
            aside.resolveSibling(aside.getFileName() + suffix),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return aside;
  }

  /** Deletes those that are too old or too many. */
  static void tidy(Path file, Instant now) throws IOException {
    String name = file.getFileName() + NAME;
    List<Path> parts;
    try (var beside = Files.list(file.toAbsolutePath().getParent())) {
      parts = beside.filter(path -> path.getFileName().toString().startsWith(name)).toList();
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
        Files.delete(part);
      }
    }
  }

  /** When it was set aside, which the names of all its parts tell. */
  private static String mark(Path part, String name) {
    return part.getFileName().toString().substring(name.length()).replaceFirst("-.*", "");
  }
}
