package io.verbatim.app;

import io.verbatim.bot.Command;
import io.verbatim.bot.Request;
import io.verbatim.console.Console;
import io.verbatim.console.Json;
import io.verbatim.summary.Length;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.event.Level;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verbatim summary}: every article in its own sentences. */
@CommandLine.Command(
    name = "summary",
    description = "Gives the article in its own sentences; each of them, if there are several.")
final class SummaryCommand implements Callable<Integer> {
  private final Cli cli;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--sentences",
      paramLabel = "N",
      description = "Number of sentences, 1 to 99; what suits the article if not given.")
  Optional<Integer> sentences = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object on one line for every article.")
  boolean json;

  SummaryCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String written = sentences.map(String::valueOf).orElse("");
    Length length =
        Length.parse(written)
            .orElseThrow(() ->
                new CommandLine.ParameterException(
                    spec.commandLine(), "--sentences is " + written + ", expected 1 to 99"));
    var around = cli.surroundings();
    try (var verbatim = Verbatim.open(cli.settings(Level.WARN), around.err())) {
      verbatim.reading().await();
      if (json) {
        verbatim
            .library()
            .articles()
            .forEach(article ->
                around.out().println(Json.of(verbatim.summarizer().summarize(article, length))));
      } else {
        print(verbatim, written);
      }
      return Exit.OK.code();
    }
  }

  private void print(Verbatim verbatim, String length) {
    var around = cli.surroundings();
    try (var console = Console.open(around.in(), around.out(), around.environment())) {
      for (int place = 1; place <= verbatim.library().articles().size(); place++) {
        String message = Command.SUMMARY.slashed() + " " + place + ":" + length;
        console.show(verbatim.responder().respond(new Request.Message(message, Cli.locale())));
      }
    }
  }
}
