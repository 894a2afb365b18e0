package io.verbatim.bot;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says where quotes stand.
 *
 * @param library that they stand in; the article is named if there are several
 */
record Source(Library library) {
  private static final Pattern NUMBERED = Pattern.compile("¶ (\\d{1,6})\\b");

  /** Most titles that are listed in one message. */
  static final int MOST_TITLES = 10;

  /** Paragraph, section, and the article if there are several. */
  String of(Quote quote, Wording wording) {
    return Stream.of(
            Optional.of(
                wording.say(
                    "quote.place",
                    Integer.toString(quote.paragraph()),
                    Integer.toString(quote.of()))),
            quote.section().map(Wording::isolated),
            Optional.of(quote.title()).filter(_ -> several()).map(Wording::isolated))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  /** The paragraph that such a line tells of; empty if it tells of none, or not of one. */
  Optional<Address> read(String line) {
    Matcher numbered = NUMBERED.matcher(line);
    if (!numbered.find()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(numbered.group(1));
    List<Address> places =
        library.articles().stream()
            .filter(article -> !several() || line.contains(article.title()))
            .flatMap(article ->
                article.paragraph(number).stream()
                    .map(p -> new Address(article.name(), number, p.whole())))
            .toList();
    return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
  }

  /** Whether there is more than one article to tell apart. */
  boolean several() {
    return library.articles().size() > 1;
  }

  /** What follows a command that means an article: {@code 2:7}, or 7 where there is only one. */
  String named(Article article, String argument) {
    int place = library.articles().indexOf(article) + 1;
    return !several() ? argument : argument.isEmpty() ? "" + place : place + ":" + argument;
  }

  /** The deep link payload that leads to a paragraph; {@link DeepLink} reads it. */
  static String link(Quote quote) {
    return DeepLink.to(quote.article(), quote.paragraph());
  }

  /** The titles, one a line; of many the first few, and how many more there are. */
  String titles(Wording wording) {
    return titles(false, wording);
  }

  /** The same, each with the number that commands know it by. */
  String numbered(Wording wording) {
    return titles(true, wording);
  }

  private String titles(boolean numbered, Wording wording) {
    int all = library.articles().size();
    var lines = new ArrayList<String>();
    for (int i = 0; i < Math.min(all, MOST_TITLES); i++) {
      String title = library.articles().get(i).title();
      lines.add(numbered ? (i + 1) + ". " + Wording.isolated(title) : title);
    }
    if (all > MOST_TITLES) {
      lines.add(wording.say("article.more", all - MOST_TITLES));
    }
    return String.join("\n", lines);
  }
}
