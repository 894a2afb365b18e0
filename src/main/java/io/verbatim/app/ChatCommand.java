package io.verbatim.app;

import io.verbatim.console.Console;
import java.util.concurrent.Callable;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;

/** {@code verbatim chat}: questions and answers in the terminal, or line by line from a pipe. */
@Command(
    name = "chat",
    description = "Talks in the terminal; answers line by line when its input is no terminal.")
final class ChatCommand implements Callable<Integer> {
  private final Cli cli;

  ChatCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    var around = cli.surroundings();
    Settings settings = cli.settings(Level.WARN);
    try (var verbatim = Verbatim.open(settings, cli.surroundings().err());
        var console = Console.open(around.in(), around.out(), around.environment())) {
      if (!console.isTerminal()) {
        verbatim.reading().await(); // nobody waits at a prompt
      }
      console.converse(
          verbatim.responder(), Cli.locale(), settings.state().resolve("chat-history"));
      return Exit.OK.code();
    }
  }
}
