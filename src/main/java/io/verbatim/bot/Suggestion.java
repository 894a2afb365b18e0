package io.verbatim.bot;

/**
 * Something that a reader can say with one tap.
 *
 * @param id tells it from the others of the list; 8 hexadecimal digits
 * @param title one line, any length
 * @param description words of the article, any length
 * @param reply what is said
 * @param payload deep link payload that leads back to where the words stand
 */
public record Suggestion(
    String id, String title, String description, Reply reply, String payload) {}
