package io.verbatim.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.article.ArticleFolder;
import io.verbatim.article.Library;
import io.verbatim.lucene.ArticleIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GoldenQuestionsTest {
  private static final Library SEED = ArticleFolder.read(Path.of("seeds")).library();
  private static final Path QUESTIONS = Path.of("src/test/resources/golden/seed.tsv");

  @Test
  void answersAsManyAsReadmeSays() throws Exception {
    try (var index = ArticleIndex.inMemory(SEED)) {
      var set = QuestionSet.golden(QUESTIONS, SEED.articles().getFirst());
      var evaluation =
          new Evaluation(set, library -> new Answerer(library, index, AnswerPolicy.SHIPPED));

      Figures figures = evaluation.run(count -> {});

      System.err.println(Report.table(figures));
      System.err.println(Report.json(figures));
      evaluation.misses().forEach(System.err::println);
      assertEquals(60, figures.questions());
    }
  }
}
