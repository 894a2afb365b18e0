package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
  @TempDir Path folder;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-05-01T12:00:00Z"));

  @Test
  void keepsWhatItWasGivenForThirtyDaysAtMost() throws Exception {
    var quarantine = new Quarantine(folder.resolve("quarantine.jsonl"), now::get);
    quarantine.add("{\"first\":\n1}");
    quarantine.add("{}");
    quarantine.tidy();
    List<String> kept = List.of("\"2026-05-01T12:00:00Z\"", "{\"first\": 1}", "{}");
    assertEquals(kept, lines("quarantine.jsonl"));

    pass(Duration.ofDays(16));
    quarantine.tidy();
    assertEquals(kept, lines("quarantine.jsonl.1"));

    pass(Duration.ofDays(15));
    quarantine.tidy();
    assertEquals(List.of(), lines("quarantine.jsonl.1"));
    assertEquals(List.of(), lines("quarantine.jsonl"));
  }

  @Test
  void keepsTenMegabytesAtMost() throws Exception {
    var quarantine = new Quarantine(folder.resolve("quarantine.jsonl"), now::get);
    for (int i = 0; i < 300; i++) {
      quarantine.add("x".repeat(100_000));
    }

    long size = 0;
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        size += Files.size(file);
      }
    }
    assertEquals(true, size > 5_000_000 && size < 11_000_000, size + " bytes");
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private List<String> lines(String name) throws Exception {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
