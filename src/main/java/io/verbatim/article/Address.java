package io.verbatim.article;

import java.util.Comparator;

/**
 * Where words stand; never the words themselves.
 *
 * @param article name of the article, unique in its library
 * @param paragraph number of the paragraph, from 1
 * @param span where in the paragraph
 */
public record Address(String article, int paragraph, Span span) implements Comparable<Address> {
  private static final Comparator<Address> READING_ORDER =
      Comparator.comparing(Address::article)
          .thenComparingInt(Address::paragraph)
          .thenComparing(Address::span);

  /** Reading order: article by name, paragraph, span. */
  @Override
  public int compareTo(Address other) {
    return READING_ORDER.compare(this, other);
  }
}
