package io.verbatim.telegram;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chats that Telegram told to wait (429), as told from whoever heard it to whoever lets them wait.
 * Safe for use by many threads.
 */
final class Halts {
  private final Map<Long, Duration> waits = new ConcurrentHashMap<>();

  /** Telegram has just said that nothing is to be sent to a chat for that long. */
  void told(long chat, Duration wait) {
    waits.put(chat, wait);
  }

  /** For how long a chat is to wait from now; empty if it is not. Each word is given once. */
  Optional<Duration> take(long chat) {
    return Optional.ofNullable(waits.remove(chat));
  }
}
