package io.verbatim.app;

import io.verbatim.telegram.Ending;
import io.verbatim.telegram.TelegramBot;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot on Telegram as the program sees it: its ending becomes an exit code. */
final class TelegramMessenger implements Messenger {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramMessenger.class);

  private final TelegramBot bot;

  TelegramMessenger(TelegramBot bot) {
    this.bot = bot;
  }

  @Override
  public Exit run() {
    Ending ending = bot.run();
    return switch (ending) {
      case Ending.Stopped _ -> Exit.OK;
      case Ending.TokenRefused _,
          Ending.PolledElsewhere _,
          Ending.WebhookSet _,
          Ending.WebhookRefused _,
          Ending.CannotListen _ -> {
        LOG.error("{}", ending.explanation());
        yield Exit.CONFIGURATION;
      }
      case Ending.JournalBroken _ -> {
        LOG.error("{}", ending.explanation());
        yield Exit.INTERNAL;
      }
    };
  }

  @Override
  public void stop() {
    bot.stop();
  }

  @Override
  public Duration stuck() {
    return bot.stuck();
  }
}
