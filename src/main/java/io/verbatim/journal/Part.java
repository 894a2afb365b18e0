package io.verbatim.journal;

/**
 * A message that is part of a reply.
 *
 * @param message its id in the chat
 * @param length of its text, in UTF-16 units
 */
public record Part(int message, int length) {}
