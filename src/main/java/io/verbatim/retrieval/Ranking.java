package io.verbatim.retrieval;

import java.util.List;

/**
 * What a search found.
 *
 * @param passages best first; ties in reading order, so that equal runs give equal answers
 */
public record Ranking(List<Passage> passages) {
  /** Nothing was found. */
  public static final Ranking EMPTY = new Ranking(List.of());

  /** Copies the list. */
  public Ranking {
    passages = List.copyOf(passages);
  }
}
