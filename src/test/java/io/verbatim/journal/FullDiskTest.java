package io.verbatim.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  @Test
  void takesNothingWhileTheDiskIsFullAndGoesOnWhenThereIsRoom(@TempDir Path folder) {
    try (var journal = Journal.open(folder.resolve("journal.db"), InstantSource.system())) {
      var inbox = journal.inbox();
      inbox.take(List.of(update(1)), 0, 2);
      journal.pragma("max_page_count = 50");

      var refusal =
          assertThrows(
              JournalException.class,
              () -> {
                for (int id = 2; id < 1000; id++) {
                  inbox.take(List.of(update(id)), id, id + 1);
                }
              });

      assertEquals(JournalException.Trouble.DISK, refusal.trouble());
      long waiting = inbox.waiting();
      assertEquals(waiting + 1, inbox.position(), "nothing is confirmed that was not kept");

      journal.pragma("max_page_count = 1000000");
      inbox.take(List.of(update(waiting + 1)), waiting + 1, waiting + 2);
      assertEquals(waiting + 1, inbox.waiting());
    }
  }

  private static Received update(long id) {
    return new Received(id, 7, Instant.EPOCH, "words ".repeat(500));
  }
}
