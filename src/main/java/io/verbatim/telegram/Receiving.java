package io.verbatim.telegram;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** How updates come to the bot. */
public sealed interface Receiving {
  /**
   * The bot asks for them.
   *
   * @param patience how long the server may hold a poll that has nothing to tell, 1 s to 50 s
   */
  record Polling(Duration patience) implements Receiving {
    /** The longest poll that Telegram allows. */
    public static final Duration LONGEST = Duration.ofSeconds(50);

    /**
     * Checks the patience.
     *
     * @throws IllegalArgumentException if it is less than 1 s or more than {@link #LONGEST}
     */
    public Polling {
      if (patience.toSeconds() < 1 || patience.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("a poll of " + patience + ": expected 1 s to 50 s");
      }
    }
  }

  /**
   * Telegram brings them.
   *
   * @param url where Telegram calls, without a query; whatever stands in between keeps the path
   * @param listen where the bot waits for the calls; a host that is not resolved yet
   */
  record Webhook(URI url, InetSocketAddress listen) implements Receiving {
    /** The path of the calls, as it is written. */
    String path() {
      return url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    }
  }
}
