package io.verbatim.app;

import io.verbatim.bot.Bookkeeping;
import io.verbatim.telegram.Token;
import java.util.concurrent.Callable;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;

/** {@code verbatim bot}: serves Telegram until it is stopped. */
@Command(name = "bot", description = "Serves Telegram until it is stopped.")
final class BotCommand implements Callable<Integer> {
  private final Cli cli;
  private final Messenger.Maker messengers;

  BotCommand(Cli cli, Messenger.Maker messengers) {
    this.cli = cli;
    this.messengers = messengers;
  }

  @Override
  public Integer call() {
    Settings settings = cli.settings(Level.INFO);
    Token token = settings.token().orElseThrow(BotCommand::noToken);
    var heartbeat = new Heartbeat(settings.state().resolve("heartbeat"));
    try (var termination = new Termination();
        var state = State.open(settings.state(), token);
        var verbatim = Verbatim.open(settings, cli.surroundings().err(), figures(state, settings));
        var watching = Watching.start(settings.healthPort(), state, verbatim)) {
      Runnable goodPoll =
          () -> {
            heartbeat.run();
            watching.goodPoll();
          };
      var messenger =
          messengers.make(settings, token, verbatim, state, watching.meters(), goodPoll);
      watching.health().watch(messenger::stuck);
      return termination.run(messenger).code();
    }
  }

  private static Bookkeeping figures(State state, Settings settings) {
    return JournalFigures.of(state.journal(), settings.keepsQuestions());
  }

  static Failure noToken() {
    return Failure.configuration(
        "no token: make a bot with @BotFather in Telegram, then set %s, or %s to a file with it"
            .formatted(Settings.TOKEN_VARIABLE, Setting.TOKEN_FILE.variable()));
  }
}
