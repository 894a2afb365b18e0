package io.verbatim.app;

import io.verbatim.answer.Question;
import io.verbatim.bot.Command;
import io.verbatim.bot.Request;
import io.verbatim.console.Console;
import io.verbatim.console.Json;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.event.Level;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verbatim ask}: one question, one answer. */
@CommandLine.Command(name = "ask", description = "Answers one question.")
final class AskCommand implements Callable<Integer> {
  private final Cli cli;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question.")
  List<String> words = List.of();

  @Option(names = "--json", description = "Print the answer as one JSON object on one line.")
  boolean json;

  AskCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String question = String.join(" ", words);
    if (question.isBlank()) {
      throw new CommandLine.ParameterException(spec.commandLine(), "the question is empty");
    }
    var around = cli.surroundings();
    try (var verbatim = Verbatim.open(cli.settings(Level.WARN), around.err())) {
      verbatim.reading().await();
      if (json) {
        around.out().println(Json.of(question, verbatim.answerer().answer(new Question(question))));
      } else {
        String message = Command.ASK.slashed() + " " + question;
        try (var console = Console.open(around.in(), around.out(), around.environment())) {
          console.show(verbatim.responder().respond(new Request.Message(message, Cli.locale())));
        }
      }
      return Exit.OK.code();
    }
  }
}
