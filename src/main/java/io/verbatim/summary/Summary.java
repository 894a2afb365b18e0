package io.verbatim.summary;

import io.verbatim.article.Quote;
import java.util.List;

/**
 * An article in its own sentences.
 *
 * @param article name of the article
 * @param sentences in reading order, one quote a sentence, none marked
 */
public record Summary(String article, List<Quote> sentences) {
  /** Copies the list. */
  public Summary {
    sentences = List.copyOf(sentences);
  }
}
