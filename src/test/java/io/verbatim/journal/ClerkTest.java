package io.verbatim.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.verbatim.journal.JournalException.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nobody waits for ever for what is not written. */
@Timeout(30)
class ClerkTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void makeAFile() {
    file = folder.resolve("journal.db");
    Schema.bringUpToDate(file);
  }

  @Test
  void anErrorFailsWhatWaitsAndWhatComesLaterAsDamage() throws Exception {
    try (var clerk = open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var begun = new CountDownLatch(1);
      var goOn = new CountDownLatch(1);
      Future<Boolean> first =
          threads.submit(() ->
              clerk.<Boolean>write(
                  "fail",
                  _ -> {
                    begun.countDown();
                    await(goOn);
                    throw new StackOverflowError("of a test");
                  }));
      begun.await();
      List<Future<Long>> others =
          IntStream.range(0, 3).mapToObj(_ -> threads.submit(() -> write(clerk))).toList();
      goOn.countDown();

      assertDamage(first);
      for (Future<Long> other : others) {
        assertDamage(other);
      }
      assertEquals(
          Trouble.DAMAGE, assertThrows(JournalException.class, () -> write(clerk)).trouble());
    }
    try (var database = Database.open(file)) {
      assertEquals(0, database.number("select count(*) from fact"), "all of it was taken back");
    }
  }

  @Test
  void whatCannotBeDoneFailsAloneAndTheNextIsWritten() throws Exception {
    try (var clerk = open()) {
      assertThrows(
          RuntimeException.class,
          () ->
              clerk.write(
                  "fail",
                  _ -> {
                    throw new IllegalStateException("of a test");
                  }));

      assertEquals(1, write(clerk));
    }
  }

  @Test
  void upkeepThatFailsKeepsNothingFromBeingWritten() throws Exception {
    Clerk.Upkeep failing =
        _ -> {
          throw new UncheckedIOException(new IOException("of a test"));
        };
    try (var clerk = open(failing, Duration.ZERO)) {
      assertEquals(1, write(clerk));
      assertEquals(1, write(clerk));
    }
  }

  private static long write(Clerk clerk) {
    return clerk.write(
        "write",
        database -> {
          database.execute("insert or replace into fact (name, value) values ('test', 1)");
          return database.number("select count(*) from fact");
        });
  }

  private static void assertDamage(Future<?> written) {
    var failure = assertThrows(ExecutionException.class, written::get);
    var cause = assertInstanceOf(JournalException.class, failure.getCause());
    assertEquals(Trouble.DAMAGE, cause.trouble());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Clerk open() throws Exception {
    return open(_ -> {}, Duration.ofDays(1));
  }

  private Clerk open(Clerk.Upkeep upkeep, Duration rest) throws Exception {
    return new Clerk(Database.open(file), BitGuard.over(file), upkeep, rest);
  }
}
