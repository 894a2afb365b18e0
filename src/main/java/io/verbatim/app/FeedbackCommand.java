package io.verbatim.app;

import io.verbatim.article.Article;
import io.verbatim.evaluation.GoldenQuestion;
import io.verbatim.journal.Feedback;
import io.verbatim.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verbatim feedback export}: what readers judged, as questions to measure answers on. */
@Command(name = "feedback", description = "Hands out what readers thought of the answers.")
final class FeedbackCommand {
  private final Cli cli;

  @Spec CommandSpec spec = CommandSpec.create();

  FeedbackCommand(Cli cli) {
    this.cli = cli;
  }

  @Command(
      name = "export",
      description =
          "Writes the questions that were kept as a TSV that evaluate reads. Those that readers"
              + " were not content with stand in it as remarks, to be mended by hand.")
  int export(
      @Parameters(
              paramLabel = "FILE",
              arity = "0..1",
              description = "Where to; standard output if not given.")
          Optional<Path> file)
      throws IOException {
    Settings settings = cli.settings(Level.WARN);
    var around = cli.surroundings();
    List<Feedback> kept = read(settings);
    try (var verbatim = Verbatim.open(settings, around.err())) {
      List<Article> articles = verbatim.library().articles();
      if (articles.size() > 1) {
        throw new ParameterException(
            spec.commandLine(), "expected --articles with the one article that is asked about");
      }
      verbatim.reading().await();
      var export = new FeedbackExport(articles.getFirst(), verbatim.answerer());
      List<GoldenQuestion> questions = export.questions(kept);
      if (questions.isEmpty()) {
        around
            .err()
            .printf(
                "No questions are kept about %s. With %s = on, or %s=on, the bot keeps those that"
                    + " are voted on or not covered from then on.%n",
                articles.getFirst().name(),
                Setting.KEEP_QUESTIONS.key(),
                Setting.KEEP_QUESTIONS.variable());
        return Exit.OK.code();
      }
      String text =
          Stream.concat(
                  Stream.of(GoldenQuestion.HEADER),
                  questions.stream().map(question -> question.in(articles.getFirst())))
              .collect(Collectors.joining("\n", "", "\n"));
      if (file.isPresent()) {
        Files.writeString(around.here().resolve(file.get()), text);
      } else {
        around.out().print(text);
      }
      return Exit.OK.code();
    }
  }

  private static List<Feedback> read(Settings settings) {
    try {
      return State.journals(settings.state(), settings.token()).stream()
          .map(Feedback::read)
          .toList();
    } catch (IOException | JournalException e) {
      throw Failure.configuration(
          "cannot read the state in %s (%s); %s or %s may name another folder"
              .formatted(
                  settings.state(), e, Setting.STATE_FOLDER.key(), Setting.STATE_FOLDER.variable()),
          e);
    }
  }
}
