package io.verbatim.telegram;

import java.util.List;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Where updates go that Telegram handed over. */
@FunctionalInterface
interface Inbox {
  /**
   * Takes updates over and returns when they need not be handed over again.
   *
   * @param updates by ascending id
   * @return how many were taken, from the first; fewer than all only if the bot is to stop
   */
  int take(List<Update> updates);
}
