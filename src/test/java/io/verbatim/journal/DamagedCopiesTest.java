package io.verbatim.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedCopiesTest {
  @TempDir Path folder;
  private Instant now = Instant.parse("2026-05-01T12:00:00Z");

  @Test
  void theThreeNewestAreKept() throws Exception {
    for (int day = 0; day < 5; day++) {
      damageAndOpen();
      now = now.plus(Duration.ofDays(1));
    }

    assertEquals(
        List.of(
            "journal.db.damaged-20260503T120000",
            "journal.db.damaged-20260504T120000",
            "journal.db.damaged-20260505T120000"),
        copies());
  }

  @Test
  void noneIsKeptForMoreThanThirtyDays() throws Exception {
    damageAndOpen();
    now = now.plus(Duration.ofDays(20));
    damageAndOpen();
    Files.writeString(folder.resolve("journal.db.damaged-20260501T120000-wal"), "words");
    now = now.plus(Duration.ofDays(11));

    open();

    assertEquals(List.of("journal.db.damaged-20260521T120000"), copies());
  }

  @Test
  void whatIsNamedOtherwiseStaysAndWhatCannotBeDeletedStopsNothing() throws Exception {
    Files.createDirectories(folder.resolve("journal.db.damaged-20250101T120000").resolve("x"));
    Files.writeString(folder.resolve("journal.db.damaged-mine"), "words");

    open();

    assertEquals(
        List.of("journal.db.damaged-20250101T120000", "journal.db.damaged-mine"), copies());
  }

  private void damageAndOpen() throws IOException {
    Files.writeString(folder.resolve("journal.db"), "no journal ".repeat(1_000));
    open();
  }

  private void open() {
    Journal.open(folder.resolve("journal.db"), () -> now).close();
  }

  private List<String> copies() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.contains("damaged"))
          .sorted()
          .toList();
    }
  }
}
