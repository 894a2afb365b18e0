package io.verbatim.telegram;

/**
 * What an operator has decided about the bot.
 *
 * @param limited whether to keep to Telegram's limits of sending; false for a server of one's own
 *     that has none
 */
public record Rules(boolean limited) {}
