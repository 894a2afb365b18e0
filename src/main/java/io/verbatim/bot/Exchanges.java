package io.verbatim.bot;

import io.verbatim.answer.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The last exchange of each place where there is talk, in memory. When it is full, the one that was
 * used longest ago is dropped. Safe for use by many threads.
 *
 * @param <P> what tells places apart, such as a chat's id
 */
public final class Exchanges<P> {
  private final int most;

  /** Guarded by this; least recently used first. */
  private final Map<P, Exchange> exchanges = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most exchanges held, at least 1
   */
  public Exchanges(int most) {
    this.most = most;
  }

  /**
   * A message together with what it may lean on.
   *
   * @param places where it may have been said; the first that has an exchange counts
   */
  public synchronized Request.Message recall(List<P> places, Request.Message message) {
    Optional<Exchange> previous =
        places.stream().map(exchanges::get).filter(Objects::nonNull).findFirst();
    return message.after(previous);
  }

  /** Keeps what a reply was about, if it was an answer, for each of the places. */
  public synchronized void keep(List<P> places, Reply reply) {
    reply.exchange().ifPresent(exchange -> places.forEach(place -> exchanges.put(place, exchange)));
    var oldest = exchanges.keySet().iterator();
    while (exchanges.size() > most) {
      oldest.next();
      oldest.remove();
    }
  }
}
