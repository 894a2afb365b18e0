package io.verbatim.summary;

import io.verbatim.article.Article;
import java.util.Optional;

/**
 * What an encoder makes of the sentences of an article. Implementations are safe for use by many
 * threads.
 */
@FunctionalInterface
public interface SentenceVectors {
  /** No encoder: words alone decide. */
  SentenceVectors NONE = article -> Optional.empty();

  /**
   * A vector of length 1 for every sentence of every paragraph, in reading order; empty where the
   * article has not been read by an encoder.
   */
  Optional<float[][]> of(Article article);
}
