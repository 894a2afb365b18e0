package io.verbatim.article;

import java.util.List;
import java.util.Optional;

/**
 * The author's unit of text.
 *
 * @param number from 1, in reading order through the whole article
 * @param section heading that the paragraph stands under, empty before the first one
 * @param text the author's characters, unchanged
 * @param sentences spans of the text in reading order, disjoint, at least one; only white space
 *     stands between them
 */
public record Paragraph(int number, Optional<String> section, String text, List<Span> sentences) {
  /**
   * @throws IllegalArgumentException if the sentences do not lie in the text in reading order
   */
  public Paragraph {
    sentences = List.copyOf(sentences);
    if (number < 1 || sentences.isEmpty()) {
      throw new IllegalArgumentException("paragraph " + number + " without number or sentence");
    }
    int end = 0;
    for (Span sentence : sentences) {
      if (sentence.start() < end || sentence.end() > text.length()) {
        throw new IllegalArgumentException(
            "sentence " + sentence + " does not fit in paragraph " + number);
      }
      end = sentence.end();
    }
  }

  /** The words at a span of this paragraph. */
  public String cut(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** The whole paragraph as a span. */
  public Span whole() {
    return new Span(0, text.length());
  }
}
