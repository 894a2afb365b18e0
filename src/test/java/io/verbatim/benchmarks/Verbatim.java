package io.verbatim.benchmarks;

import io.verbatim.article.Library;
import io.verbatim.embedding.Encoders;
import io.verbatim.lucene.ArticleIndex;
import io.verbatim.retrieval.Ranking;
import io.verbatim.retrieval.Scope;
import java.io.IOException;

/** The product, with its encoders. */
final class Verbatim implements Peer {
  private final Encoders encoders = Encoders.load();

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
