package io.verbatim.retrieval;

/** Finds the sentences that answer a question. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface Retriever {
  /**
   * Ranks sentences by how well they answer.
   *
   * @param words the question as asked: any characters, any length
   * @param scope where to search
   * @param limit most paragraphs wanted, at least 1; the ranking has the best sentence of each
   * @return best first, one passage a paragraph; empty if nothing matches
   * @throws RetrievalException if the index cannot be read
   */
  Ranking search(String words, Scope scope, int limit);
}
