package io.verbatim.lucene;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.ArticleFolder;
import io.verbatim.embedding.Encoders;
import io.verbatim.retrieval.RetrievalException;
import io.verbatim.retrieval.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClosingTest {
  private static final int READERS = 4;
  private static final String QUESTION = "Who is Michael McFaul?";

  /** The networks are no Java: to close them under a question would end the whole process. */
  @Test
  @Timeout(60)
  void whoAsksMeanwhileIsAnsweredOrToldThatItIsClosed() throws Exception {
    var index = ArticleIndex.inMemory(ArticleFolder.read(Path.of("seeds")).library());
    var asked = new CountDownLatch(READERS * 2);
    try (var readers = Executors.newFixedThreadPool(READERS)) {
      List<Future<RetrievalException>> told = new ArrayList<>();
      try (var encoders = Encoders.load();
          index) {
        index.read(encoders, read -> {});
        for (int i = 0; i < READERS; i++) {
          told.add(readers.submit(() -> askUntilClosed(index, asked)));
        }
        asked.await();
      }
      for (Future<RetrievalException> of : told) {
        assertTrue(String.valueOf(of.get().getCause()).endsWith("the index is closed"));
      }
    }
  }

  private static RetrievalException askUntilClosed(ArticleIndex index, CountDownLatch asked) {
    return assertThrows(
        RetrievalException.class,
        () -> {
          while (true) {
            assertFalse(index.search(QUESTION, Scope.EVERYTHING, 3).passages().isEmpty());
            asked.countDown();
          }
        });
  }

  @Test
  void closingTwiceIsClosing() throws Exception {
    var index = ArticleIndex.inMemory(ArticleFolder.read(Path.of("seeds")).library());

    index.close();
    index.close();

    assertThrows(RetrievalException.class, () -> index.search(QUESTION, Scope.EVERYTHING, 3));
  }
}
