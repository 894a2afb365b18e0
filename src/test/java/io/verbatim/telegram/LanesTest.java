package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.journal.Entry;
import io.verbatim.journal.Inbox;
import io.verbatim.journal.Journal;
import io.verbatim.journal.Received;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LanesTest {
  private static final Duration GRACE = Duration.ofMillis(50);

  @TempDir Path folder;
  private final Stop stop = new Stop();
  private final Halts halts = new Halts();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final CountDownLatch waited = new CountDownLatch(1);
  private final ConcurrentLinkedQueue<Long> handled = new ConcurrentLinkedQueue<>();
  private Journal journal;
  private Inbox inbox;

  @BeforeEach
  void open() {
    journal = Journal.open(folder.resolve("journal.db"), InstantSource.system());
    inbox = journal.inbox();
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void handlesEachChatInOrderOneUpdateInTurn() {
    take(1, 1, 1, 2, 3);
    var all = new CountDownLatch(5);

    lanes(
            1,
            entry -> {
              handled.add(entry.update());
              all.countDown();
              return Optional.of(List.of());
            })
        .wake(inbox.chats());

    await(all);
    assertEquals(List.of(1L, 4L, 5L, 2L, 3L), List.copyOf(handled));
  }

  @Test
  void keepsWhatMustBeHandledAgain() {
    take(1, 1, 2);
    var all = new CountDownLatch(2);

    Lanes lanes =
        lanes(
            8,
            entry -> {
              all.countDown();
              return entry.chat() == 1 ? Optional.empty() : Optional.of(List.of());
            });
    lanes.wake(inbox.chats());
    await(all);
    stop.request();
    lanes.close(GRACE);

    assertEquals(List.of(1L), inbox.chats());
    assertEquals(2, inbox.waiting());
  }

  @Test
  void leavesAHandlerBehindThatDoesNotEndWhenTheBotIsToStop() {
    take(1, 1, 2);
    var begun = new CountDownLatch(2);
    var never = new CountDownLatch(1);

    Lanes lanes =
        lanes(
            8,
            entry -> {
              begun.countDown();
              if (entry.chat() == 1) {
                await(never);
              }
              return Optional.of(List.of());
            });
    lanes.wake(inbox.chats());
    await(begun);
    stop.request();
    lanes.close(GRACE);

    assertEquals(Optional.of(1L), inbox.first(1).map(Entry::update));
    never.countDown();
  }

  @Test
  void aThousandChatsThatAreToWaitDelayNoOther() {
    int waiting = 1_000;
    long[] chats = LongStream.rangeClosed(1, waiting + 1).toArray();
    take(chats);
    inbox.take(List.of(new Received(5_000, 1, Instant.EPOCH, "?")));
    var others = new CountDownLatch(1);
    var all = new CountDownLatch(waiting + 2);

    Lanes lanes =
        lanes(
            4,
            entry -> {
              boolean free = entry.chat() == waiting + 1;
              if (!free && waited.getCount() > 0) {
                halts.told(entry.chat(), Duration.ofHours(1));
                return Optional.empty();
              }
              handled.add(entry.update());
              all.countDown();
              if (free) {
                others.countDown();
              }
              return Optional.of(List.of());
            });
    lanes.wake(inbox.chats());

    await(others);
    lanes.wake(List.of(1L));
    waited.countDown();
    await(all);
    assertEquals(waiting + 1L, handled.peek());
    assertEquals(
        List.of(1L, 5_000L), handled.stream().filter(id -> id == 1 || id == 5_000).toList());
  }

  @Test
  @Timeout(60)
  void whatIsInHandIsStuckAndAChatThatIsToWaitIsNot() {
    take(1, 2);
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    Lanes lanes =
        lanes(
            1,
            entry -> {
              if (entry.chat() == 1) {
                halts.told(1, Duration.ofHours(1));
                return Optional.empty();
              }
              begun.countDown();
              await(go);
              return Optional.of(List.of());
            });

    lanes.wake(List.of(1L, 2L));
    await(begun);
    now.set(Instant.EPOCH.plusSeconds(400));
    assertEquals(Duration.ofSeconds(400), lanes.stuck());

    go.countDown();
    while (!lanes.stuck().isZero()) {
      Thread.onSpinWait();
    }
    assertEquals(1, inbox.waiting());
    waited.countDown();
  }

  @Test
  void whatNoLaneKnowsOfIsStuck() {
    take(1);
    Lanes lanes = lanes(1, _ -> Optional.of(List.of()));

    assertTrue(lanes.stuck().isPositive());
  }

  private Lanes lanes(int most, Lanes.Handler handler) {
    return new Lanes(
        inbox,
        handler,
        halts,
        stop,
        wait -> {
          await(waited);
          return true;
        },
        now::get,
        new DiskPatience(stop),
        most,
        e -> {
          throw e;
        });
  }

  private void take(long... chats) {
    var updates = new ArrayList<Received>();
    for (long chat : chats) {
      updates.add(new Received(updates.size() + 1, chat, Instant.EPOCH, "?"));
    }
    inbox.take(updates);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
