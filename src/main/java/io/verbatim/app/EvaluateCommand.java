package io.verbatim.app;

import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.article.Library;
import io.verbatim.embedding.Encoders;
import io.verbatim.embedding.UnavailableException;
import io.verbatim.evaluation.Evaluation;
import io.verbatim.evaluation.Figures;
import io.verbatim.evaluation.QuestionSet;
import io.verbatim.evaluation.Report;
import io.verbatim.lucene.ArticleIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verbatim evaluate}: how good the answers are on a file of questions. */
@Command(
    name = "evaluate",
    description =
        "Measures the answers on a file of questions: SQuAD JSON, or our own TSV about the one"
            + " article.")
final class EvaluateCommand implements Callable<Integer> {
  private final Cli cli;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The questions: SQuAD 1.1 or 2.0 (.json), or TSV.")
  Path file = Path.of("");

  @Option(names = "--json", description = "Print the figures as one JSON object on one line.")
  boolean json;

  @Option(names = "--misses", description = "List the questions lost, with what was marked.")
  boolean misses;

  @Option(names = "--words", description = "Answer by words alone, without the encoders.")
  boolean words;

  @Mixin SummaryEvaluationOptions summaries = new SummaryEvaluationOptions();

  EvaluateCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Settings settings = cli.settings(Level.WARN);
    var out = cli.surroundings().out();
    boolean ofSummaries = summaries.wanted(spec);
    if (file.toString().isEmpty() != ofSummaries) {
      throw new ParameterException(
          spec.commandLine(), "expected either FILE with questions or --summaries FILE");
    }
    if (ofSummaries) {
      return measureSummaries();
    }
    try (var encoders = words ? null : Encoders.load()) {
      var set = questions(settings);
      var evaluation = new Evaluation(set, library -> answerer(library, encoders));
      Figures figures = evaluation.run(done -> {});
      if (misses) {
        evaluation.misses().forEach(miss -> out.println(miss));
      }
      out.print(json ? Report.json(figures) + "\n" : Report.table(figures));
      return Exit.OK.code();
    } catch (IOException e) {
      throw Failure.article(String.valueOf(e.getMessage()), e);
    } catch (UnavailableException e) {
      throw Failure.configuration(e.getMessage() + "; --words measures without them", e);
    }
  }

  private int measureSummaries() {
    try {
      summaries.run(cli.surroundings().here(), cli.surroundings().out(), json);
      return Exit.OK.code();
    } catch (IOException e) {
      throw Failure.article(String.valueOf(e.getMessage()), e);
    }
  }

  private QuestionSet questions(Settings settings) throws IOException {
    Path path = cli.surroundings().here().resolve(file);
    if (path.toString().endsWith(".json")) {
      return QuestionSet.squad(path);
    }
    Library library = Verbatim.library(settings.articles());
    return QuestionSet.golden(path, library.articles().getFirst());
  }

  private static Answerer answerer(
      Library library, @org.jspecify.annotations.Nullable Encoders encoders) {
    try {
      var index = ArticleIndex.inMemory(library);
      if (encoders != null) {
        index.read(encoders, read -> {});
      }
      return new Answerer(library, index, AnswerPolicy.SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot index " + library.articles().getFirst().name(), e);
    }
  }
}
