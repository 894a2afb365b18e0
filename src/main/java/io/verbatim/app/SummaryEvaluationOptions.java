package io.verbatim.app;

import io.verbatim.article.Library;
import io.verbatim.embedding.Encoders;
import io.verbatim.evaluation.SummaryEvaluation;
import io.verbatim.evaluation.SummaryFit;
import io.verbatim.evaluation.SummaryReport;
import io.verbatim.evaluation.SummarySet;
import io.verbatim.lucene.ArticleIndex;
import io.verbatim.summary.SentenceVectors;
import io.verbatim.summary.Weights;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The part of {@code verbatim evaluate} that measures summaries. */
final class SummaryEvaluationOptions {
  @ArgGroup(exclusive = false, multiplicity = "0..*")
  List<Task> tasks = new ArrayList<>();

  @Option(
      names = "--folds",
      paramLabel = "K",
      description =
          "With --summaries: cross-validate, that is fit the weights to all files at once without"
              + " each of K parts of the articles, measure on that part, and print the weights that"
              + " suit all articles. Takes minutes.")
  Optional<Integer> folds = Optional.empty();

  /** A file and the length of its summaries. */
  static final class Task {
    @Option(
        names = "--summaries",
        paramLabel = "FILE",
        required = true,
        description =
            "Measure summaries instead: a JSON object a line with article and summary, or"
                + " paragraphs and reference_extract. ROUGE is given in percent. May be repeated,"
                + " each with its --sentences.")
    Path file = Path.of("");

    @Option(
        names = "--sentences",
        paramLabel = "N",
        defaultValue = "3",
        description = "Sentences of each summary; ${DEFAULT-VALUE} if not given.")
    int sentences;
  }

  /** Measures every file and prints the figures, one JSON object or one table for each. */
  void run(Path here, PrintStream out, boolean json, Optional<Encoders> encoders)
      throws IOException {
    var evaluations = new ArrayList<SummaryEvaluation>();
    for (Task task : tasks) {
      evaluations.add(
          new SummaryEvaluation(
              SummarySet.read(here.resolve(task.file)),
              task.sentences,
              library -> vectors(library, encoders),
              read -> {}));
    }
    var fit = new SummaryFit(evaluations);
    List<Weights> weights = folds.map(fit::folds).orElseGet(() -> List.of(Weights.shipped()));
    for (SummaryEvaluation evaluation : evaluations) {
      var figures = evaluation.run(weights);
      out.println(json ? SummaryReport.json(figures) : SummaryReport.table(figures));
    }
    if (folds.isPresent() && !json) {
      out.println("# fitted to all articles\n" + fit.fit());
    }
  }

  private static SentenceVectors vectors(Library library, Optional<Encoders> encoders) {
    if (encoders.isEmpty()) {
      return SentenceVectors.NONE;
    }
    try {
      var index = ArticleIndex.inMemory(library);
      index.read(encoders.get(), read -> {});
      return index::sentenceVectors;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot index " + library.articles().getFirst().name(), e);
    }
  }
}
