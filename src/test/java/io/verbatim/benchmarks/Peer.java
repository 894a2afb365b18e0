package io.verbatim.benchmarks;

import io.verbatim.article.Library;
import io.verbatim.retrieval.Retriever;
import java.io.IOException;

/** A way to find paragraphs; holds what all its indexes share, such as a model, until closed. */
interface Peer extends AutoCloseable {
  /** Paragraphs asked for, as many as Verbatim ranks. */
  int DEPTH = 50;

  /**
   * Builds an index of a library, in memory where the peer can.
   *
   * @throws IOException if it cannot be built
   */
  Index index(Library library) throws IOException;

  @Override
  void close();

  /** An index, open for search; safe for use by many threads. */
  interface Index extends Retriever, AutoCloseable {
    @Override
    void close() throws IOException;
  }
}
