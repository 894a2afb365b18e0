package io.verbatim.bot;

/** Turns what a reader sent into what the reader sees. Safe for use by many threads. */
@FunctionalInterface
public interface Responder {
  /**
   * The reply to a request; never fails for what a reader may send.
   *
   * @throws io.verbatim.retrieval.RetrievalException if the index cannot be read
   */
  Reply respond(Request request);
}
