package io.verbatim.telegram;

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
}
