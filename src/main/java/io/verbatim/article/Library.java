package io.verbatim.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The articles that can be asked about, by name. Immutable; safe for use by many threads. */
public final class Library {
  private final Map<String, Article> articles = new LinkedHashMap<>();
  private final String checksum;

  /**
   * @param articles at least one, each with its own name; their order is kept
   * @throws IllegalArgumentException if there is none or two have the same name
   */
  public Library(List<Article> articles) {
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("a library needs an article");
    }
    for (Article article : articles) {
      if (this.articles.put(article.name(), article) != null) {
        throw new IllegalArgumentException("two articles are named " + article.name());
      }
    }
    checksum = Checksum.of(articles);
  }

  /** The articles, in the order given. */
  public List<Article> articles() {
    return List.copyOf(articles.values());
  }

  /**
   * SHA-256 over everything the articles hold, as 64 hexadecimal digits: names, titles, sections,
   * words and where sentences begin and end. Equal on every run; it changes when a file does, and
   * when the parser finds other paragraphs in the same file.
   */
  public String checksum() {
    return checksum;
  }

  /** Number of paragraphs of all articles. */
  public int paragraphs() {
    return articles.values().stream().mapToInt(a -> a.paragraphs().size()).sum();
  }

  /** The article of that name; empty if there is none. */
  public Optional<Article> article(String name) {
    return Optional.ofNullable(articles.get(name));
  }

  /**
   * The paragraph at an address.
   *
   * @throws MisquoteException if the library has no such address
   */
  public Paragraph paragraph(Address address) {
    return find(address).orElseThrow(() -> new MisquoteException("nothing stands at " + address));
  }

  private Optional<Paragraph> find(Address address) {
    return article(address.article())
        .flatMap(article -> article.paragraph(address.paragraph()))
        .filter(paragraph -> address.span().end() <= paragraph.text().length());
  }

  /**
   * The words at an address.
   *
   * @throws MisquoteException if the library has no such address
   */
  public String words(Address address) {
    return paragraph(address).cut(address.span());
  }

  /**
   * The words at an address as a quote, with the sentence that answers.
   *
   * @param address what to quote
   * @param answer the marked span in units of the paragraph, or empty for none
   * @throws MisquoteException if the library has no such address
   */
  public Quote quote(Address address, Optional<Span> answer) {
    return quote(address, answer, Optional.empty());
  }

  /**
   * The same, with the phrase in the sentence that answers.
   *
   * @param phrase within the answer, in units of the paragraph, or empty for none
   * @throws MisquoteException if the library has no such address
   */
  public Quote quote(Address address, Optional<Span> answer, Optional<Span> phrase) {
    Paragraph paragraph = paragraph(address);
    Article article = article(address.article()).orElseThrow();
    return new Quote(
        article.name(),
        article.title(),
        paragraph.section(),
        paragraph.number(),
        article.paragraphs().size(),
        address.span(),
        paragraph.cut(address.span()),
        answer,
        phrase);
  }

  /**
   * Checks words that are about to leave against the article.
   *
   * @param words what a reader would see
   * @param address where they are said to stand
   * @throws MisquoteException if the article has other words there, or none
   */
  public void verify(String words, Address address) {
    if (!find(address).map(p -> p.cut(address.span())).equals(Optional.of(words))) {
      throw new MisquoteException("words differ from the article's at " + address);
    }
  }
}
