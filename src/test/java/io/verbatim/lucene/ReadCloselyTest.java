package io.verbatim.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Article;
import io.verbatim.article.ArticleFolder;
import io.verbatim.article.ArticleParser;
import io.verbatim.article.Library;
import io.verbatim.embedding.Encoders;
import io.verbatim.ranking.Candidates;
import io.verbatim.ranking.Circumstance;
import io.verbatim.ranking.Evidence;
import io.verbatim.retrieval.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadCloselyTest {
  private static final Article BRIDGES =
      new ArticleParser()
          .parse(
              "bridges.txt",
              """
              On bridges

              The bridge was closed on Monday.

              It was closed because the river had risen.

              Bees sleep in winter.

              The bridge was closed on Monday.
              """);

  private static Encoders encoders;
  private static ArticleIndex index;

  @BeforeAll
  static void read() throws Exception {
    encoders = Encoders.load();
    index = ArticleIndex.inMemory(new Library(List.of(BRIDGES)));
    index.read(encoders, read -> {});
  }

  @AfterAll
  static void close() throws Exception {
    index.close();
    encoders.close();
  }

  @Test
  void whatIsInDoubtIsReadWithTheQuestion() {
    Candidates found = index.candidates("Why did they close the bridge?", Scope.EVERYTHING);

    Map<Circumstance, Double> around = found.asked().circumstances();
    assertEquals(1.0, around.get(Circumstance.READ));
    assertTrue(around.getOrDefault(Circumstance.READER_NONE, 1.0) < 0.5, around.toString());
    assertTrue(start(2, found) > start(1, found), "the reason");
    assertEquals(start(1, found), start(4, found), "the same words are read once");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who was the US ambassador to Russia?", // not in doubt
        "¿Quién es Michael McFaul?", // the reader knows English only
        "Was hat er in Moskau gesagt?",
        "leaked documents Democrats" // and questions only
      })
  void theRestIsNotRead(String question) throws Exception {
    try (var seed = ArticleIndex.inMemory(ArticleFolder.read(Path.of("seeds")).library())) {
      seed.read(encoders, read -> {});

      Candidates found = seed.candidates(question, Scope.EVERYTHING);

      assertFalse(found.asked().circumstances().containsKey(Circumstance.READ));
      assertTrue(
          found.sentences().stream().allMatch(s -> s.evidence().get(Evidence.READER_END) == 0));
    }
  }

  @Test
  void whatSeveralArticlesSayIsNoLessSure() throws Exception {
    double alone = confidence(1);

    assertTrue(alone > 0.45, "quoted");
    assertEquals(alone, confidence(12), 0.1);
  }

  /** Of an answer that so many articles give in the same words. */
  private static double confidence(int articles) throws Exception {
    List<Article> library =
        IntStream.range(0, articles)
            .mapToObj(i -> new Article(i + ".txt", BRIDGES.title(), BRIDGES.paragraphs()))
            .toList();
    try (var repeating = ArticleIndex.inMemory(new Library(library))) {
      repeating.read(encoders, read -> {});
      return repeating
          .search("Why was the bridge closed?", Scope.EVERYTHING, 1)
          .passages()
          .getFirst()
          .confidence();
    }
  }

  private static double start(int paragraph, Candidates found) {
    return found.sentences().stream()
        .filter(sentence -> sentence.address().paragraph() == paragraph)
        .mapToDouble(sentence -> sentence.evidence().get(Evidence.READER_START))
        .findFirst()
        .orElseThrow();
  }
}
