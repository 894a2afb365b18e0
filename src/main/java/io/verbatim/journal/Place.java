package io.verbatim.journal;

/**
 * Where somebody talks with the bot.
 *
 * @param chat the chat
 * @param topic of its forum; 0 for none
 * @param person who talks; the chat itself may stand for all of it
 */
public record Place(long chat, long topic, long person) {}
