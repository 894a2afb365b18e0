package io.verbatim.telegram;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Who the bot is on Telegram.
 *
 * @param id of its account
 * @param name without the {@code @}
 */
record Me(long id, String name) {
  /** Opens the private chat with the bot, which then gets {@code /start payload}. */
  String link(String payload) {
    return "https://t.me/" + name + "?start=" + payload;
  }

  /** Whether an account is the bot's. */
  boolean is(@Nullable User user) {
    return user != null && user.getId() != null && user.getId() == id;
  }
}
