package io.verbatim.app;

import io.verbatim.evaluation.SummaryEvaluation;
import io.verbatim.evaluation.SummaryFit;
import io.verbatim.evaluation.SummaryReport;
import io.verbatim.evaluation.SummarySet;
import io.verbatim.summary.Weights;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

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
        description = "Sentences of each summary; 3 if not given.")
    int sentences = 3; // a default of picocli's would be set without a task too, and fail
  }

  /** Whether there is something to measure, and whether it can be measured so. */
  boolean wanted(CommandSpec spec) {
    if (tasks.stream().anyMatch(task -> task.sentences < 1)) {
      throw new ParameterException(spec.commandLine(), "--sentences: expected 1 or more");
    }
    if (folds.isPresent() && (tasks.isEmpty() || folds.get() < 2)) {
      throw new ParameterException(
          spec.commandLine(), "--folds: expected 2 or more, and --summaries");
    }
    return !tasks.isEmpty();
  }

  /** Measures every file and prints the figures, one JSON object or one table for each. */
  void run(Path here, PrintStream out, boolean json) throws IOException {
    var evaluations = new ArrayList<SummaryEvaluation>();
    for (Task task : tasks) {
      evaluations.add(
          new SummaryEvaluation(SummarySet.read(here.resolve(task.file)), task.sentences));
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
}
