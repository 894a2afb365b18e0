package io.verbatim.telegram;

import io.verbatim.bot.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/** The list of commands that Telegram shows when a reader types a slash. */
final class CommandMenu {
  private static final Logger LOG = LoggerFactory.getLogger(CommandMenu.class);

  private final BotApi api;
  private final List<BotCommand> commands;

  CommandMenu(BotApi api, Function<Command, String> descriptions) {
    this.api = api;
    this.commands =
        Command.listed().stream()
            .map(command -> new BotCommand(command.word(), descriptions.apply(command)))
            .toList();
  }

  /** Sets the menu if Telegram has another one. A failure is logged: the bot can do without. */
  void bringUpToDate() {
    Outcome<ArrayList<BotCommand>> present = api.call(new GetMyCommands());
    if (present instanceof Outcome.Accepted<ArrayList<BotCommand>>(var now)
        && now.equals(commands)) {
      return;
    }
    Outcome<Receipt> outcome = api.call(new Acknowledged(new SetMyCommands(commands)));
    if (!(outcome instanceof Outcome.Accepted)) {
      LOG.warn("the menu of commands could not be set: {}", outcome);
    }
  }
}
