package io.verbatim.verification;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells whether words stand in a library: word for word, nearly, or not at all. White space, case,
 * the kind of quotation marks and dashes, quotation marks around all of it and a full stop or comma
 * at its end make no difference; everything else does. Safe for use by many threads.
 */
public final class Verifier {
  /** Marks that readers put around what they quote. */
  static final Set<String> AROUND = Set.of("\"", "'");

  /** Marks that they end it with. */
  static final Set<String> AT_THE_END = Set.of("\"", "'", ".", ",", "\u2026");

  private final Library library;

  /**
   * @param library where words are looked for
   */
  public Verifier(Library library) {
    this.library = library;
  }

  /**
   * Looks for words in all articles. Takes a few milliseconds for every 100 kB of them.
   *
   * @param words any characters, any length
   */
  public Verdict verify(String words) {
    List<Token> wanted = trimmed(Tokens.of(words, 0));
    if (wanted.isEmpty()) {
      return new Verdict.Wordless();
    }
    List<Place> places = places(wanted);
    return places.isEmpty()
        ? named(wanted).orElseGet(() -> new Nearness(library, words).verdict())
        : new Verdict.WordForWord(quotes(places.getFirst()), places.size());
  }

  /** The first title or heading that is just what is wanted. */
  private Optional<Verdict> named(List<Token> wanted) {
    return library.articles().stream()
        .flatMap(article ->
            Stream.concat(
                    Stream.of(new Article.Section(article.title(), 1, 1)),
                    article.sections().stream())
                .filter(part -> isSame(wanted, trimmed(Tokens.of(part.title(), 0))))
                .map(part -> named(article, part)))
        .findFirst();
  }

  private static Verdict named(Article article, Article.Section part) {
    Paragraph first = article.paragraph(part.first()).orElseThrow();
    return new Verdict.Named(
        part.title(), new Address(article.name(), first.number(), first.whole()));
  }

  private static boolean isSame(List<Token> wanted, List<Token> other) {
    return wanted.size() == other.size() && stands(wanted, other, 0);
  }

  /** Where words stand first, word for word, as spans of one or more paragraphs. */
  public Optional<List<Address>> find(String words) {
    List<Token> wanted = trimmed(Tokens.of(words, 0));
    return wanted.isEmpty()
        ? Optional.empty()
        : places(wanted).stream().findFirst().map(Place::spans);
  }

  /** What is to be looked for, without marks around it that readers add; none without a word. */
  private static List<Token> trimmed(List<Token> tokens) {
    int start = 0;
    int end = tokens.size();
    while (start < end && AROUND.contains(tokens.get(start).folded())) {
      start++;
    }
    while (end > start && AT_THE_END.contains(tokens.get(end - 1).folded())) {
      end--;
    }
    List<Token> trimmed = tokens.subList(start, end);
    return trimmed.stream().anyMatch(Token::isWord) ? trimmed : List.of();
  }

  /** A run of tokens, the same as were wanted. */
  private record Place(Article article, List<Token> tokens) {
    List<Address> spans() {
      return tokens.stream().map(Token::paragraph).distinct().map(this::span).toList();
    }

    private Address span(int paragraph) {
      List<Token> inIt = tokens.stream().filter(t -> t.paragraph() == paragraph).toList();
      return new Address(
          article.name(), paragraph, new Span(inIt.getFirst().start(), inIt.getLast().end()));
    }
  }

  private List<Place> places(List<Token> wanted) {
    var places = new ArrayList<Place>();
    for (Article article : library.articles()) {
      var run = new ArrayList<Token>();
      Optional<String> section = Optional.empty();
      for (Paragraph paragraph : article.paragraphs()) {
        if (!paragraph.section().equals(section)) {
          run.clear(); // a heading stands between
          section = paragraph.section();
        }
        // What may begin before this paragraph, but cannot lie wholly before it.
        run.subList(0, Math.max(0, run.size() - wanted.size() + 1)).clear();
        run.addAll(Tokens.of(paragraph.text(), paragraph.number()));
        for (int at = 0; at + wanted.size() <= run.size(); at++) {
          if (stands(wanted, run, at)) {
            places.add(new Place(article, List.copyOf(run.subList(at, at + wanted.size()))));
          }
        }
      }
    }
    return places;
  }

  private static boolean stands(List<Token> wanted, List<Token> run, int at) {
    return IntStream.range(0, wanted.size())
        .allMatch(i -> wanted.get(i).folded().equals(run.get(at + i).folded()));
  }

  private List<Quote> quotes(Place place) {
    return place.spans().stream().map(this::quote).toList();
  }

  /** The sentences that a span lies in, with the span marked. */
  private Quote quote(Address marked) {
    Span span = marked.span();
    List<Span> sentences =
        library.paragraph(marked).sentences().stream().filter(span::overlaps).toList();
    var whole =
        new Span(
            Math.min(span.start(), sentences.getFirst().start()),
            Math.max(span.end(), sentences.getLast().end()));
    var address = new Address(marked.article(), marked.paragraph(), whole);
    Quote quote = library.quote(address, Optional.of(span));
    library.verify(quote.text(), address);
    return quote;
  }
}
