package io.verbatim.bot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What is remembered in each place where there is talk, in memory. When it is full, the place that
 * was used longest ago is dropped. Safe for use by many threads.
 *
 * @param <P> what tells places apart, such as a chat's id
 */
public final class Memories<P> {
  private final int most;

  /** Guarded by this; least recently used first. */
  private final Map<P, Memory> memories = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most places held, at least 1
   */
  public Memories(int most) {
    this.most = most;
  }

  /**
   * What is remembered.
   *
   * @param places where it may have been said; the first that has something counts
   */
  public synchronized Memory recall(List<P> places) {
    return places.stream()
        .map(memories::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Memory.NONE);
  }

  /** Keeps what was noted, for each of the places. */
  public synchronized void keep(List<P> places, List<Note> notes) {
    if (notes.isEmpty()) {
      return;
    }
    for (P place : places) {
      memories.put(place, memories.getOrDefault(place, Memory.NONE).after(notes));
    }
    var oldest = memories.keySet().iterator();
    while (memories.size() > most) {
      oldest.next();
      oldest.remove();
    }
  }

  /** Drops what is remembered in some places. */
  public synchronized void forget(Predicate<P> places) {
    memories.keySet().removeIf(places);
  }

  /** Lets what is remembered go on under other places. */
  public synchronized void move(UnaryOperator<P> renaming) {
    var moved = new LinkedHashMap<P, Memory>();
    memories.forEach((place, memory) -> moved.put(renaming.apply(place), memory));
    memories.clear();
    memories.putAll(moved);
  }
}
