package io.verbatim.bot;

import java.util.List;

/** Offers replies while a reader is still typing. Safe for use by many threads. */
@FunctionalInterface
public interface Suggester {
  /**
   * What to offer; never fails for what a reader may type.
   *
   * @param words typed so far, any characters, 256 at most; for a blank text, what to begin with
   * @param reader who types; nothing is remembered of him, and it is not known where
   * @return at most 50, best first; none if nothing fits
   * @throws io.verbatim.retrieval.RetrievalException if the index cannot be read
   */
  List<Suggestion> suggest(String words, Reader reader);
}
