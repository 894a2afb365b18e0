package io.verbatim.bot;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows {@code /start} when a reader came by a link to a paragraph: {@code a0123abcd_p7}.
 *
 * @param key of the article, by {@link ArticleKeys}
 * @param paragraph its number, which the article may not have
 */
record DeepLink(String key, int paragraph) {
  /** The payload of the button in groups that leads to the private chat. */
  static final String PRIVATELY = "ask";

  private static final Pattern FORM = Pattern.compile("a([0-9a-f]{8})_p(\\d{1,6})");

  /** The payload for a paragraph, as {@link Reply.Button.Open} takes it. */
  static String to(String article, int paragraph) {
    return "a" + ArticleKeys.hash(article) + "_p" + paragraph;
  }

  /** What a payload leads to; empty if it is of another form. */
  static Optional<DeepLink> read(String payload) {
    Matcher read = FORM.matcher(payload);
    return read.matches()
        ? Optional.of(new DeepLink(read.group(1), Integer.parseInt(read.group(2))))
        : Optional.empty();
  }
}
