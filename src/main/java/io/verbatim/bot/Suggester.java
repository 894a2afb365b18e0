package io.verbatim.bot;

import java.util.List;

/** Suggests what could be said, while it is being typed. Safe for use by many threads. */
@FunctionalInterface
public interface Suggester {
  /** Most suggestions that are made. */
  int MOST = 5;

  /**
   * What is at hand, best first.
   *
   * @param query what is typed so far: any characters, any length; blank before anything is
   * @param reader who types
   * @return at most {@link #MOST}, each with an id of its own; none if nothing answers
   * @throws io.verbatim.retrieval.RetrievalException if the index cannot be read
   */
  List<Suggestion> suggest(String query, Reader reader);
}
