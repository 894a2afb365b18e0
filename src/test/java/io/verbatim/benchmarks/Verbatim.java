package io.verbatim.benchmarks;

import io.verbatim.article.Library;
import io.verbatim.embedding.Encoders;
import io.verbatim.embedding.UnavailableException;
import io.verbatim.lucene.ArticleIndex;
import io.verbatim.retrieval.Ranking;
import io.verbatim.retrieval.Scope;
import java.io.IOException;

/** The product, with its encoders. */
final class Verbatim implements Peer {
  private final Encoders encoders = loadEncoders();

  static Encoders loadEncoders() {
    try {
      return Encoders.load();
    } catch (UnavailableException e) {
      throw new IllegalStateException("nothing to compare without the encoders", e);
    }
  }

  @Override
  public Index index(Library library) throws IOException {
    var index = ArticleIndex.inMemory(library);
    index.read(encoders, read -> {});
    return new Index() {
      @Override
      public Ranking search(String words, Scope scope, int limit) {
        return index.search(words, scope, limit);
      }

      @Override
      public void close() throws IOException {
        index.close();
      }
    };
  }

  @Override
  public void close() {
    encoders.close();
  }
}
