package io.verbatim.journal;

import java.time.Instant;

/**
 * An update as the messenger handed it over.
 *
 * @param update its id; unique until the messenger begins to count anew
 * @param chat whose order it belongs to
 * @param at when it came
 * @param json the whole update, any text
 */
public record Received(long update, long chat, Instant at, String json) {}
