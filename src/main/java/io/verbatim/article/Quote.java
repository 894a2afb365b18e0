package io.verbatim.article;

import java.util.Optional;

/**
 * Words of an article at an address, with the sentence in them that answers. Made by {@link
 * Library#quote} alone, from the article's own characters.
 *
 * @param article name of the article
 * @param title its title
 * @param section heading of its section, empty if it has none
 * @param paragraph number of the paragraph, from 1
 * @param of number of paragraphs of the article
 * @param span where the quoted words stand in the paragraph, UTF-16 units
 * @param text the quoted words
 * @param answer the sentence that answers, within {@code span}, in units of the paragraph; empty if
 *     none is marked
 * @param phrase the name, date, number or place that answers, within {@code answer}, in the same
 *     units; empty if none stands out
 */
public record Quote(
    String article,
    String title,
    Optional<String> section,
    int paragraph,
    int of,
    Span span,
    String text,
    Optional<Span> answer,
    Optional<Span> phrase) {
  /**
   * @throws IllegalArgumentException if the text is not as long as its span, the answer lies
   *     outside of it or the phrase outside of the answer
   */
  public Quote {
    boolean marked = answer.map(span::contains).orElse(true);
    boolean stands = phrase.map(p -> answer.map(a -> a.contains(p)).orElse(false)).orElse(true);
    if (text.length() != span.length() || !marked || !stands) {
      throw new IllegalArgumentException(
          "quote of " + article + " ¶ " + paragraph + " does not fit its span");
    }
  }

  /** Where the quoted words stand. */
  public Address address() {
    return new Address(article, paragraph, span);
  }
}
