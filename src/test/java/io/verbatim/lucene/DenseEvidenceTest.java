package io.verbatim.lucene;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Article;
import io.verbatim.article.ArticleParser;
import io.verbatim.article.Library;
import io.verbatim.embedding.Encoders;
import io.verbatim.ranking.Candidates.Sentence;
import io.verbatim.ranking.Evidence;
import io.verbatim.retrieval.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenseEvidenceTest {
  private static final Article DOGS =
      new ArticleParser()
          .parse(
              "dogs.txt",
              """
              On dogs

              The postman bit the old dog.

              The old dog bit the postman.

              Cats sleep.
              """);

  @Test
  void pairsOfTokensMindTheOrderAndAreComparedAmongTheSentences() throws Exception {
    try (var encoders = Encoders.load();
        var index = ArticleIndex.inMemory(new Library(List.of(DOGS)))) {
      index.read(encoders, read -> {});

      List<Sentence> sentences =
          index.candidates("Did the old dog bite the postman?", Scope.EVERYTHING).sentences();

      for (Evidence evidence :
          List.of(
              Evidence.MINILM_PAIRS,
              Evidence.MINILM_PAIRS_STANDOUT,
              Evidence.BGE_PAIRS,
              Evidence.BGE_PAIRS_STANDOUT)) {
        double postmanBites = of(1, evidence, sentences);
        double dogBites = of(2, evidence, sentences);
        double cats = of(3, evidence, sentences);
        assertTrue(dogBites > postmanBites, evidence.key());
        assertTrue(postmanBites > cats, evidence.key());
      }
      assertTrue(of(3, Evidence.BGE_PAIRS_STANDOUT, sentences) < 0);
    }
  }

  private static double of(int paragraph, Evidence evidence, List<Sentence> sentences) {
    return sentences.stream()
        .filter(sentence -> sentence.address().paragraph() == paragraph)
        .mapToDouble(sentence -> sentence.evidence().get(evidence))
        .findFirst()
        .orElseThrow();
  }
}
