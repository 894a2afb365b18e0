package io.verbatim.bot;

import io.verbatim.article.Article;
import io.verbatim.article.Library;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An argument that may name one of several articles by its place in the list: {@code 2:5} is 5 of
 * the second article.
 *
 * @param place of the article in the list, from 1; empty if none is named
 * @param rest what follows the colon, or all of it if no article is named
 */
record Choice(Optional<Integer> place, String rest) {
  private static final Pattern PLACED = Pattern.compile("(\\d{1,6})\\s*:\\s*(.*)", Pattern.DOTALL);

  static Choice read(String argument) {
    Matcher placed = PLACED.matcher(argument);
    return placed.matches()
        ? new Choice(number(placed.group(1)), placed.group(2))
        : new Choice(Optional.empty(), argument);
  }

  /** Of a command that wants nothing but an article, whose number may stand alone. */
  static Choice alone(String argument) {
    Optional<Integer> place = number(argument.strip());
    return place.isPresent() ? new Choice(place, "") : read(argument);
  }

  /** The only article whatever is named, or else the named one; empty if it is open which. */
  Optional<Article> among(Library library) {
    var articles = library.articles();
    if (articles.size() == 1) {
      return Optional.of(articles.getFirst());
    }
    return place.filter(p -> p >= 1 && p <= articles.size()).map(p -> articles.get(p - 1));
  }

  /** The rest as a whole number; empty if it is none. */
  Optional<Integer> number() {
    return number(rest);
  }

  /** A whole number from 0 to 999,999 as people type it; empty if the text is none. */
  static Optional<Integer> number(String text) {
    return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
