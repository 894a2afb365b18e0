package io.verbatim.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/**
 * Groups that became supergroups lately. Telegram tells it by a message in each of the two, and may
 * tell before or after that the bot is no member of the one any more and a new member of the other:
 * that is no farewell, and nobody to say hello to. Safe for use by many threads.
 */
final class Moves {
  private static final Duration LATELY = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  /** From the old ids to the new, and the other way round. */
  private final Cache<Long, Long> forth = cache();

  private final Cache<Long, Long> back = cache();

  void note(Incoming.Moved move) {
    forth.put(move.chat(), move.to());
    back.put(move.to(), move.chat());
  }

  /** Where a group has gone; empty if it is where it was. */
  Optional<Incoming.Moved> of(long chat) {
    return Optional.ofNullable(forth.getIfPresent(chat)).map(to -> new Incoming.Moved(chat, to));
  }

  /**
   * Whether a supergroup was another group before; says so once, since it may be left and joined.
   */
  boolean ledTo(long chat) {
    return back.asMap().remove(chat) != null;
  }

  private static Cache<Long, Long> cache() {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LATELY).build();
  }
}
