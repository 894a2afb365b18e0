package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.verbatim.botapi.Updates;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;

class LanesTest {
  private static final Duration GRACE = Duration.ofMillis(50);

  private final Stop stop = new Stop();

  @Test
  void takesAll() {
    var lanes = new Lanes(update -> true, stop, GRACE);

    assertEquals(3, lanes.take(List.of(from(1), from(2), from(1))));
    assertEquals(0, lanes.take(List.of()));
  }

  @Test
  void takesWhatCameBeforeTheFirstThatMustComeAgain() {
    Update again = from(2);
    var lanes = new Lanes(update -> !update.equals(again), stop, GRACE);

    assertEquals(1, lanes.take(List.of(from(1), again, from(3), from(2))));
  }

  @Test
  void leavesAHandlerBehindThatDoesNotEndWhenTheBotIsToStop() {
    var never = new CountDownLatch(1);
    Update stuck = from(2);
    Update behind = from(2);
    var lanes =
        new Lanes(
            update -> {
              assertFalse(update.equals(behind));
              if (update.equals(stuck)) {
                stop.request();
                awaitInterruptibly(never);
              }
              return true;
            },
            stop,
            GRACE);

    assertEquals(1, lanes.take(List.of(from(1), stuck, behind)));
    never.countDown();
    assertTrue(stop.requested());
  }

  private static void awaitInterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Update from(long chat) {
    try {
      return new ObjectMapper().treeToValue(Updates.inPrivate(chat, "?").json(), Update.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
