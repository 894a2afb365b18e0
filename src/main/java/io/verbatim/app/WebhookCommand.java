package io.verbatim.app;

import io.verbatim.telegram.ApiServer;
import io.verbatim.telegram.WebhookRemoval;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verbatim webhook}: what an operator does to the bot's webhook by hand. */
@Command(name = "webhook", description = "Takes the bot's webhook away.")
final class WebhookCommand implements Runnable {
  private final Cli cli;

  @Spec CommandSpec spec = CommandSpec.create();

  WebhookCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "webhook: expected delete");
  }

  /** Goes back to polling; what waits at Telegram is kept. */
  @Command(
      name = "delete",
      description =
          "Has Telegram deliver to no webhook any more, so that the bot can poll; what waits at"
              + " Telegram is kept.")
  int delete() {
    Settings settings = cli.settings(Level.WARN);
    var token = settings.token().orElseThrow(BotCommand::noToken);
    new WebhookRemoval(token, ApiServer.parse(settings.api().toString()))
        .run()
        .ifPresent(reason -> {
          throw Failure.configuration("the webhook could not be taken away: " + reason);
        });
    cli.surroundings().out().println("The bot has no webhook. What waits at Telegram is kept.");
    return Exit.OK.code();
  }
}
