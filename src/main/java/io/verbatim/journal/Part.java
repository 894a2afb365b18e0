package io.verbatim.journal;

import java.util.OptionalLong;

/**
 * A message that is part of a reply.
 *
 * @param message its id in the chat
 * @param words code of what was replied to; empty for what was kept before there were such codes
 */
public record Part(int message, OptionalLong words) {}
