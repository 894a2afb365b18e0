package io.verbatim.bot;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes wishes into buttons, and reads them back with all the suspicion that data deserves which
 * anybody may have forged, or which an older library left behind. Nothing else is remembered of a
 * button, so that it works after a restart. Articles are named by {@link ArticleKeys} of their
 * editions, so that no button leads to another place of a text that has changed; numbers are
 * written to base 36.
 */
final class Wishes {
  /** Languages that the bot speaks, English first. */
  static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "ru");

  private static final String KEY = "([0-9a-f]{8})";
  private static final String NUMBER = "([0-9a-z]{1,4})";
  private static final Pattern PARAGRAPH =
      Pattern.compile("q" + KEY + NUMBER + "(?::" + NUMBER + "\\." + NUMBER + ")?");
  private static final Pattern SENTENCES = Pattern.compile("([mn])(.+)");
  private static final Pattern SENTENCE =
      Pattern.compile("(?:" + KEY + "!)?" + NUMBER + "\\." + NUMBER);
  private static final String FOR_ALL = Reply.Button.Press.FOR_ALL;

  /** Without the prefix it is of a button that was made before there was one. */
  private static final Pattern VOTE = Pattern.compile("(?:" + FOR_ALL + ")?([+-])" + KEY);

  private static final Pattern CONTENTS = Pattern.compile("i" + KEY + NUMBER + "?");
  private static final Pattern IN_SHORT =
      Pattern.compile("s" + KEY + "((?:short|medium|long|outline|[1-9]\\d?)?)");
  private static final Pattern ON_QUESTION = Pattern.compile("o" + KEY);
  private static final Pattern SUGGESTED = Pattern.compile("a" + KEY + "([0-9a-f]{8})");
  private static final Pattern LANGUAGE = Pattern.compile("l([a-z]{2})");

  private final Library library;
  private final ArticleKeys keys;

  Wishes(Library library) {
    this.library = library;
    this.keys = ArticleKeys.ofEditions(library);
  }

  /**
   * A wish as data of a button. Of sentences as many are written as there is room for.
   *
   * @return 1 to {@link Reply.Button.Press#MOST_BYTES} ASCII characters
   */
  String write(Wish wish) {
    return switch (wish) {
      case Wish.Paragraph(var article, int paragraph, var from) ->
          "q" + key(article) + base36(paragraph) + from.map(s -> ":" + place(s)).orElse("");
      case Wish.More(var sentences) -> "m" + list(sentences);
      case Wish.Nearest(var sentences) -> "n" + list(sentences);
      case Wish.Vote(var article, boolean good) -> FOR_ALL + (good ? "+" : "-") + key(article);
      case Wish.Contents(var article, int first) ->
          "i" + key(article) + (first == 0 ? "" : base36(first));
      case Wish.InShort(var article, var length) -> "s" + key(article) + length;
      case Wish.OnQuestion(var article) -> "o" + key(article);
      case Wish.Suggested(var article, var mark) -> "a" + key(article) + mark;
      case Wish.Language(var language) -> "l" + language.getLanguage();
    };
  }

  /** The first of some sentences, as many as a button can tell of. */
  List<Address> fitting(List<Address> sentences) {
    return sentences.subList(0, list(sentences).split(",", -1).length);
  }

  /** A button that says a wish. */
  Reply.Button button(String label, Wish wish) {
    return new Reply.Button.Press(label, write(wish));
  }

  /**
   * The wish in the data of a button; empty if it is none, or of something that is no longer there.
   */
  Optional<Wish> read(String data) {
    return paragraph(data)
        .or(() -> sentences(data))
        .or(() -> of(VOTE, data, 2, m -> a -> new Wish.Vote(a, m.group(1).equals("+"))))
        .or(() -> of(CONTENTS, data, 1, m -> a -> new Wish.Contents(a, first(m.group(2)))))
        .or(() -> of(IN_SHORT, data, 1, m -> a -> new Wish.InShort(a, m.group(2))))
        .or(() -> of(ON_QUESTION, data, 1, _ -> Wish.OnQuestion::new))
        .or(() -> of(SUGGESTED, data, 1, m -> a -> new Wish.Suggested(a, m.group(2))))
        .or(() -> language(data));
  }

  /** The address of a whole sentence that an article has, by numbers; the sentence from 0. */
  static Optional<Address> sentence(Article article, int paragraph, int sentence) {
    return article
        .paragraph(paragraph)
        .filter(p -> sentence >= 0 && sentence < p.sentences().size())
        .map(p -> new Address(article.name(), paragraph, p.sentences().get(sentence)));
  }

  private Optional<Wish> paragraph(String data) {
    Matcher read = PARAGRAPH.matcher(data);
    if (!read.matches()) {
      return Optional.empty();
    }
    Optional<Article> article = keys.article(read.group(1));
    int number = Integer.parseInt(read.group(2), 36);
    Optional<Address> from =
        read.group(3) == null
            ? Optional.empty()
            : article.flatMap(a -> sentence(a, read.group(3), read.group(4)));
    return article
        .filter(a -> a.paragraph(number).isPresent())
        .map(a -> new Wish.Paragraph(a, number, from));
  }

  private Optional<Wish> sentences(String data) {
    Matcher read = SENTENCES.matcher(data);
    if (!read.matches()) {
      return Optional.empty();
    }
    var sentences = new ArrayList<Address>();
    Optional<Article> article = Optional.empty();
    for (String item : read.group(2).split(",", -1)) {
      Matcher place = SENTENCE.matcher(item);
      if (!place.matches()) {
        return Optional.empty();
      }
      article = place.group(1) == null ? article : keys.article(place.group(1));
      Optional<Address> sentence =
          article.flatMap(a -> sentence(a, place.group(2), place.group(3)));
      if (sentence.isEmpty() || sentences.contains(sentence.get())) {
        return Optional.empty();
      }
      sentences.add(sentence.get());
    }
    return Optional.of(
        read.group(1).equals("m") ? new Wish.More(sentences) : new Wish.Nearest(sentences));
  }

  private Optional<Wish> of(
      Pattern form, String data, int key, Function<Matcher, Function<Article, Wish>> wish) {
    Matcher read = form.matcher(data);
    return read.matches()
        ? keys.article(read.group(key)).map(a -> wish.apply(read).apply(a))
        : Optional.empty();
  }

  private static Optional<Wish> language(String data) {
    Matcher read = LANGUAGE.matcher(data);
    return read.matches() && LANGUAGES.contains(read.group(1))
        ? Optional.of(new Wish.Language(Locale.of(read.group(1))))
        : Optional.empty();
  }

  private static Optional<Address> sentence(Article article, String paragraph, String sentence) {
    return sentence(article, Integer.parseInt(paragraph, 36), Integer.parseInt(sentence, 36));
  }

  private static int first(@Nullable String number) {
    return number == null ? 0 : Integer.parseInt(number, 36);
  }

  private String list(List<Address> sentences) {
    var list = new StringBuilder();
    String article = "";
    for (Address sentence : sentences) {
      String next = sentence.article();
      String item =
          (list.isEmpty() ? "" : ",")
              + (next.equals(article) ? "" : keys.of(next) + "!")
              + place(sentence);
      if (1 + list.length() + item.length() > Reply.Button.Press.MOST_BYTES) {
        break;
      }
      list.append(item);
      article = next;
    }
    return list.toString();
  }

  private String place(Address sentence) {
    int number = library.paragraph(sentence).sentences().indexOf(sentence.span());
    if (number < 0) {
      throw new IllegalArgumentException("not a sentence: " + sentence);
    }
    return base36(sentence.paragraph()) + "." + base36(number);
  }

  private String key(Article article) {
    return keys.of(article.name());
  }

  private static String base36(int number) {
    return Integer.toString(number, 36);
  }
}
