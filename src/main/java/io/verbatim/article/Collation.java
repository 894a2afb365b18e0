package io.verbatim.article;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A passage of an article beside somebody's words that are nearly the same, part by part.
 *
 * @param quote the passage
 * @param parts in reading order; those that are the article's make up the quote, character for
 *     character
 */
public record Collation(Quote quote, List<Part> parts) {
  /** Whose words a part is. */
  public enum Whose {
    /** They stand in both. */
    BOTH,
    /** They stand in the article alone. */
    ARTICLE,
    /** They stand in the other words alone. */
    OTHER
  }

  /** Some words, with what stands between them. */
  public record Part(Whose whose, String text) {}

  /**
   * @throws IllegalArgumentException if the article's parts are not the quote
   */
  public Collation {
    parts = List.copyOf(parts);
    String own =
        parts.stream()
            .filter(part -> part.whose() != Whose.OTHER)
            .map(Part::text)
            .collect(Collectors.joining());
    if (!own.equals(quote.text())) {
      throw new IllegalArgumentException("the parts are not the words at " + quote.address());
    }
  }
}
