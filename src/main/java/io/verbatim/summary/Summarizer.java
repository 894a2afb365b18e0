package io.verbatim.summary;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sums up articles in their own sentences; the same article always gets the same summary. Safe for
 * use by many threads.
 */
public final class Summarizer {
  private final Library library;

  /**
   * @param library what is summed up
   */
  public Summarizer(Library library) {
    this.library = library;
  }

  /** The sentences that together say best what the article says, in reading order. */
  public Summary summarize(Article article, Length length) {
    List<Address> all =
        article.paragraphs().stream()
            .flatMap(
                p -> p.sentences().stream().map(s -> new Address(article.name(), p.number(), s)))
            .toList();
    int count = Math.min(length.sentences(article), all.size());
    var chosen = new ArrayList<Quote>();
    for (int i = 0; i < count; i++) {
      chosen.add(library.quote(all.get(i * all.size() / count), Optional.empty()));
    }
    return new Summary(article.name(), chosen);
  }
}
