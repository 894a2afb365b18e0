package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StopTest {
  private static final Duration GRACE = Duration.ofMillis(50);

  private final Stop stop = new Stop();

  @Test
  void allThatIsWaitedForEndsByOneDeadline() {
    stop.request();
    assertTrue(stop.left(Duration.ofHours(1)).isPositive());

    stop.orStop(new CompletableFuture<>(), GRACE);

    assertEquals(Duration.ZERO, stop.left(GRACE));
    stop.orStop(new CompletableFuture<>(), GRACE);
  }
}
