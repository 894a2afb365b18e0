package io.verbatim.reliability;

import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Question;
import io.verbatim.article.ArticleFolder;
import io.verbatim.article.Library;
import io.verbatim.lucene.ArticleIndex;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Generated questions, asked in process one after the other and answered by words. */
final class HostileQuestions {
  private static final int WARM_UP = 2_000;

  private HostileQuestions() {}

  static List<Figure> run(Bench bench) throws Exception {
    int questions = bench.scale().of(100_000, 10_000);
    Library library = ArticleFolder.read(Path.of("seeds")).library();
    var random = new Random(1);
    double[] took = new double[questions];
    int exceptions = 0;
    String first = "";
    try (var index = ArticleIndex.inMemory(library)) {
      var answerer = new Answerer(library, index, AnswerPolicy.SHIPPED);
      for (int i = -WARM_UP; i < questions; i++) {
        String text = Hostile.text(random);
        long before = System.nanoTime();
        try {
          if (!text.isBlank()) {
            answerer.answer(new Question(text));
          }
        } catch (RuntimeException | Error e) {
          exceptions++;
          first = first.isEmpty() ? e.toString() : first;
        }
        if (i >= 0) {
          took[i] = (System.nanoTime() - before) / 1e6;
        }
      }
    }
    Arrays.sort(took);
    double p99 = Ledger.percentile(took, 0.99);
    return List.of(
        new Figure(
                "hostile questions",
                Figure.values(
                    "questions", questions,
                    "exceptions", exceptions,
                    "firstException", first,
                    "p50Ms", Ledger.percentile(took, 0.5),
                    "p99Ms", p99,
                    "maxMs", Ledger.percentile(took, 1)),
                "0 exceptions, p99 below 20 ms",
                exceptions == 0)
            .inTime(p99 < 20));
  }
}
