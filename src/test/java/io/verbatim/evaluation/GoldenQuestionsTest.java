package io.verbatim.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.article.ArticleFolder;
import io.verbatim.article.Library;
import io.verbatim.embedding.Encoders;
import io.verbatim.evaluation.Verdict.Kind;
import io.verbatim.lucene.ArticleIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Questions on the seed as readers would ask them, and some that it does not answer. */
class GoldenQuestionsTest {
  private static final Library SEED = ArticleFolder.read(Path.of("seeds")).library();
  private static final Path QUESTIONS = Path.of("src/test/resources/golden/seed.tsv");

  @Test
  void asManyAreAnsweredRightAsReadmeSays() throws Exception {
    try (var encoders = Encoders.load();
        var index = ArticleIndex.inMemory(SEED)) {
      index.read(encoders, read -> {});
      var set = QuestionSet.golden(QUESTIONS, SEED.articles().getFirst());
      var evaluation =
          new Evaluation(set, library -> new Answerer(library, index, AnswerPolicy.SHIPPED));

      Figures figures = evaluation.run(count -> {});

      String readme = Files.readString(Path.of("README.md"));
      String right =
          "| %d of 60 (paragraph: %d) |"
              .formatted(
                  figures.of(Kind.ANSWERABLE).stream().filter(v -> v.sentenceRank() == 1).count(),
                  figures.of(Kind.ANSWERABLE).stream().filter(Verdict::right).count());
      String silent =
          "| %d of 20 |"
              .formatted(figures.of(Kind.NEAR_TOPIC).stream().filter(v -> !v.quoted()).count());
      assertTrue(readme.contains(right), "README should say " + right);
      assertTrue(readme.contains(silent), "README should say " + silent);
      assertEquals(1.0, figures.measures().get("verbatim_rate"));
    }
  }
}
