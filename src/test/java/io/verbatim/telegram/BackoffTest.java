package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void doublesUpToHalfAMinuteAndStartsAnewAfterSuccess() {
    var longest = new Backoff(new Longest());

    assertEquals(
        "500 1000 2000 4000 8000 16000 30000 30000",
        LongStream.range(0, 8)
            .mapToObj(i -> Long.toString(longest.next().toMillis()))
            .reduce((a, b) -> a + " " + b)
            .orElseThrow());
    longest.reset();
    assertEquals(Duration.ofMillis(500), longest.next());
  }

  @Test
  void isBackSoonAfterAnOutageOfTheNetwork() {
    var longest = new Backoff(new Longest());

    for (int i = 0; i < 10; i++) {
      Duration wait = longest.after(Outcome.Trouble.NO_ANSWER);
      assertTrue(wait.compareTo(Backoff.RECONNECT) <= 0, wait::toString);
    }
    assertEquals(Backoff.LONGEST, longest.after(Outcome.Trouble.SERVER_FAILED));
  }

  @Test
  void waitsARandomPartOfThat() {
    var backoff = new Backoff(new Random(1));

    for (int i = 0; i < 1_000; i++) {
      Duration pause = backoff.next();
      assertTrue(pause.toMillis() >= 50 && pause.compareTo(Backoff.LONGEST) <= 0);
    }
  }

  /** Draws the greatest number there is. */
  private static final class Longest extends Random {
    private static final long serialVersionUID = 1L;

    @Override
    public long nextLong(long origin, long bound) {
      return bound - 1;
    }
  }
}
