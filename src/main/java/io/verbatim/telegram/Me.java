package io.verbatim.telegram;

/**
 * Who the bot is on Telegram.
 *
 * @param id of its account
 * @param name without the {@code @}
 */
record Me(long id, String name) {}
