package io.verbatim.app;

import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.article.Library;
import io.verbatim.embedding.Encoders;
import io.verbatim.embedding.SpanReader;
import io.verbatim.embedding.UnavailableException;
import io.verbatim.evaluation.Evaluation;
import io.verbatim.evaluation.Evaluation.Miss;
import io.verbatim.evaluation.Figures;
import io.verbatim.evaluation.Fit;
import io.verbatim.evaluation.FitReport;
import io.verbatim.evaluation.Plot;
import io.verbatim.evaluation.QuestionSet;
import io.verbatim.evaluation.Report;
import io.verbatim.evaluation.Trials;
import io.verbatim.lucene.ArticleIndex;
import io.verbatim.ranking.Reading;
import io.verbatim.retrieval.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code verbatim evaluate}: how good the answers are on files of questions, and fitting to them.
 */
@Command(
    name = "evaluate",
    description =
        "Measures the answers on files of questions: SQuAD JSON, or our own TSV about the one"
            + " article. With --fit, fits the ranking to them.")
final class EvaluateCommand implements Callable<Integer> {
  private static final int MOST_MISSED_CHARACTERS = 300;

  private final Cli cli;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "The questions: SQuAD 1.1 or 2.0 (.json), or TSV; each file for itself.")
  List<Path> files = List.of();

  @Mixin SummaryEvaluationOptions summaries = new SummaryEvaluationOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--json",
      description =
          "Print the figures of each file as one JSON object on one line, in the order given.")
  boolean json;

  @Option(names = "--misses", description = "List the questions lost, with what was marked.")
  boolean misses;

  @Option(names = "--words", description = "Answer by words alone, without the encoders.")
  boolean words;

  @Option(
      names = "--plot",
      paramLabel = "FILE.png",
      description = "Draw the risk by coverage and the calibration.")
  Optional<Path> plot = Optional.empty();

  @Option(
      names = "--fit",
      description =
          "Fit one ranking and its calibration to all files (SQuAD JSON), and show what 4 folds"
              + " over articles make of it. Takes 6 GB and a long time.")
  boolean fit;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description =
          "With --fit: write the fitted weights there, as the resources are, and what a reader"
              + " learns from.")
  Optional<Path> out = Optional.empty();

  @Option(
      names = "--readers",
      paramLabel = "FOLDER",
      description =
          "With --fit: readers that did not see a fold, reader-0.onnx to reader-3.onnx. Without"
              + " them the ranking is fitted to do without a reader.")
  Optional<Path> readers = Optional.empty();

  EvaluateCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Settings settings = cli.settings(Level.WARN);
    boolean ofSummaries = summaries.wanted(spec);
    if (files.isEmpty() != ofSummaries) {
      throw new ParameterException(
          spec.commandLine(), "expected either FILE with questions or --summaries FILE");
    }
    if (ofSummaries) {
      return measureSummaries();
    }
    try (var encoders = words ? null : Encoders.load()) {
      Optional<Encoders> reading = Optional.ofNullable(encoders);
      if (fit) {
        fit(reading);
      } else {
        measure(settings, reading);
      }
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

  private void measure(Settings settings, Optional<Encoders> encoders) throws IOException {
    var all = new LinkedHashMap<String, Figures>();
    for (Path file : files) {
      var evaluation =
          new Evaluation(questions(file, settings), library -> answerer(library, encoders));
      Figures figures;
      try (var progress = progress("Asking", evaluation.size())) {
        figures = evaluation.run(progress);
      }
      all.put(name(file), figures);
      if (misses) {
        (json ? cli.surroundings().err() : cli.surroundings().out())
            .println(table(evaluation.misses()));
      }
      print(file, figures);
    }
    if (plot.isPresent()) {
      draw(all, plot.get());
    }
  }

  private void print(Path file, Figures figures) {
    var to = cli.surroundings().out();
    if (json) {
      to.println(Report.json(figures));
    } else {
      to.print((files.size() > 1 ? name(file) + "\n" : "") + Report.table(figures));
    }
  }

  private void draw(Map<String, Figures> figures, Path file) throws IOException {
    try {
      Plot.draw(figures, cli.surroundings().here().resolve(file));
    } catch (LinkageError | InternalError | IllegalStateException e) {
      // What a Java without AWT, fontconfig or fonts ends in differs from platform to platform.
      throw Failure.configuration(
          "cannot draw "
              + file
              + ": --plot needs a Java with AWT, and fontconfig with a font"
              + " (Debian, Ubuntu: apt install fontconfig fonts-dejavu)",
          e);
    }
  }

  private void fit(Optional<Encoders> encoders) throws IOException {
    var sets = new LinkedHashMap<String, QuestionSet>();
    for (Path file : files) {
      sets.put(name(file), QuestionSet.squad(cli.surroundings().here().resolve(file)));
    }
    try {
      fit(new Trials(sets), Optional.empty(), List.of(Reading.WORDS));
      if (encoders.isPresent()) {
        fit(new Trials(sets), encoders, List.of(Reading.VECTORS, Reading.TOKENS));
      }
    } catch (OutOfMemoryError e) {
      throw Failure.configuration(
          "memory is too small for so many questions: VERBATIM_JAVA_OPTS=-Xmx6g gives more", e);
    } catch (IllegalArgumentException e) {
      throw Failure.article("cannot fit: " + e.getMessage(), e);
    }
  }

  private void fit(Trials trials, Optional<Encoders> encoders, List<Reading> readings)
      throws IOException {
    List<Optional<Encoders>> byFold =
        IntStream.range(0, Trials.FOLDS)
            .mapToObj(fold -> encoders.map(of -> withReader(of, fold)))
            .toList();
    try (var progress = progress("Gathering", trials.size())) {
      trials.gather(
          (library, fold) -> {
            var index = index(library, byFold.get(fold));
            return question -> index.candidates(question, Scope.EVERYTHING);
          },
          progress);
    } finally {
      byFold.stream()
          .flatMap(Optional::stream)
          .flatMap(of -> of.reader().stream())
          .forEach(SpanReader::close);
    }
    for (Reading reading : readings) {
      var fitted = new Fit(trials, reading, AnswerPolicy.SHIPPED);
      cli.surroundings().out().println(FitReport.text(fitted, AnswerPolicy.SHIPPED));
      if (out.isPresent()) {
        write(fitted, cli.surroundings().here().resolve(out.get()));
      }
    }
  }

  /** With the reader that did not see the fold, or with none. */
  private Encoders withReader(Encoders encoders, int fold) {
    if (readers.isEmpty()) {
      return encoders.withoutReader();
    }
    Path file =
        cli.surroundings().here().resolve(readers.get()).resolve("reader-" + fold + ".onnx");
    if (!Files.isReadable(file)) {
      throw Failure.configuration(
          "cannot read %s: --readers wants reader-0.onnx to reader-%d.onnx, each trained without"
                  .formatted(file, Trials.FOLDS - 1)
              + " the fold of its number");
    }
    return encoders.withReader(file);
  }

  private static void write(Fit fitted, Path folder) throws IOException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String suffix = "-" + fitted.reading().key() + ".properties";
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("weights" + suffix), FitReport.weights(fitted, AnswerPolicy.SHIPPED, today));
    Files.writeString(
        folder.resolve("calibration" + suffix),
        FitReport.calibration(fitted, AnswerPolicy.SHIPPED, today));
    Files.write(folder.resolve("lessons.jsonl"), FitReport.lessons(fitted));
  }

  private Progress progress(String task, int size) {
    return new Progress(task, size, cli.surroundings().err(), InstantSource.system());
  }

  private QuestionSet questions(Path file, Settings settings) throws IOException {
    Path path = cli.surroundings().here().resolve(file);
    if (path.toString().endsWith(".json")) {
      return QuestionSet.squad(path);
    }
    Library library = Verbatim.library(settings.articles());
    return QuestionSet.golden(path, library.articles().getFirst());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
  }

  private static String table(List<Miss> misses) {
    var table =
        TextTable.forColumns(
            Help.defaultColorScheme(Ansi.OFF),
            new Column(24, 0, Column.Overflow.WRAP),
            new Column(40, 2, Column.Overflow.WRAP),
            new Column(30, 2, Column.Overflow.WRAP),
            new Column(60, 2, Column.Overflow.WRAP));
    table.addRowValues("ARTICLE", "QUESTION", "EXPECTED", "MARKED");
    for (Miss miss : misses) {
      table.addRowValues(
          cell(miss.article()), cell(miss.question()), cell(miss.expected()), cell(miss.quoted()));
    }
    return table.toString();
  }

  private static String cell(String text) {
    String line = OneLine.escaped(text);
    return line.length() <= MOST_MISSED_CHARACTERS
        ? line
        : line.substring(
                0, line.offsetByCodePoints(0, line.codePointCount(0, MOST_MISSED_CHARACTERS)))
            + " …";
  }

  private static Answerer answerer(Library library, Optional<Encoders> encoders) {
    return new Answerer(library, index(library, encoders), AnswerPolicy.SHIPPED);
  }

  private static ArticleIndex index(Library library, Optional<Encoders> encoders) {
    try {
      var index = ArticleIndex.inMemory(library);
      if (encoders.isPresent()) {
        index.read(encoders.get(), read -> {});
      }
      return index;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot index " + library.articles().getFirst().name(), e);
    }
  }
}
