package io.verbatim.bot;

/**
 * A reply that a reader may choose to send to others.
 *
 * @param title what it is, in a few words
 * @param line more of it, in a line
 * @param reply what is sent if it is chosen; of its buttons only {@link Reply.Button.Open} and
 *     {@link Reply.Button.Copy} are shown, since it may be sent anywhere
 */
public record Suggestion(String title, String line, Reply reply) {}
