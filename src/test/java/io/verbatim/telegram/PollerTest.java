package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Updates;
import io.verbatim.journal.Inbox;
import io.verbatim.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollerTest {
  private static final InstantSource CLOCK = InstantSource.system();

  private final Stop stop = new Stop();

  @Test
  void fetchesNothingMoreWhileMoreWaitThanMayBeKept(@TempDir Path folder) {
    try (var server = new BotApiDouble();
        var api =
            new BotApi(
                new Token(BotApiDouble.TOKEN),
                ApiServer.parse(server.url()),
                Duration.ofSeconds(1));
        var journal = Journal.open(folder.resolve("journal.db"), CLOCK)) {
      Inbox inbox = journal.inbox();
      var waiting = new ArrayList<Long>();
      var intake = intake(journal, folder, 2);
      server.enqueue(Updates.inPrivate(1, "one"));
      server.enqueue(Updates.inPrivate(1, "two"));
      Pause room =
          pause -> {
            assertTrue(intake.isFull());
            waiting.add(inbox.waiting());
            if (waiting.size() == 1) {
              server.enqueue(Updates.inPrivate(1, "three"));
            } else {
              inbox.answered(inbox.first(1).orElseThrow(), List.of());
              assertFalse(intake.isFull());
            }
            if (waiting.size() == 3) {
              stop.request();
            }
            return true;
          };

      new Poller(api, intake, stop, room, new Random(), Duration.ofSeconds(1), CLOCK, () -> {})
          .run();

      // Two are kept, and the third is fetched when there is room for it.
      assertEquals(List.of(2L, 2L, 2L), waiting);
      assertEquals(1, inbox.waiting());
    }
  }

  private Intake intake(Journal journal, Path folder, int most) {
    return new Intake(
        journal,
        new Quarantine(folder.resolve("quarantine.jsonl"), CLOCK),
        update -> false,
        chats -> {},
        e -> {
          throw e;
        },
        CLOCK,
        most,
        new SimpleMeterRegistry());
  }
}
