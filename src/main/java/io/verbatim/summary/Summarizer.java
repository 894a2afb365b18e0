package io.verbatim.summary;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Quote;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Sums up articles in their own sentences; the same article always gets the same summary. Safe for
 * use by many threads.
 */
public final class Summarizer {
  /** Most sentences that are compared each with each: about 8 MB a matrix. */
  static final int MOST_SENTENCES = 1000;

  private final Library library;
  private final Weights weights = Weights.shipped();

  /**
   * @param library what is summed up
   */
  public Summarizer(Library library) {
    this.library = library;
  }

  /**
   * The sentences that together say best what the article says, in reading order; all of them if it
   * has no more than wanted.
   */
  public Summary summarize(Article article, Length length) {
    List<Candidate> all = Candidate.of(article);
    boolean manageable = all.size() <= MOST_SENTENCES;
    List<Candidate> candidates = manageable ? all : openings(all);
    List<Integer> chosen = new Extraction(candidates).select(weights, length.sentences(article));
    return summary(article, chosen.stream().map(candidates::get));
  }

  /**
   * The article in some of its sentences, in reading order.
   *
   * @param sentences where they stand; one that starts with a pronoun brings the one before it in
   *     its paragraph
   */
  public Summary summarize(Article article, Collection<Address> sentences) {
    List<Candidate> all = Candidate.of(article);
    var chosen = new TreeSet<Integer>();
    for (Candidate candidate : all) {
      if (sentences.stream().anyMatch(address -> isIn(candidate, address))) {
        int place = candidate.place();
        chosen.add(place);
        while (all.get(place).startsWithPronoun() && place > 0 && sameParagraph(all, place)) {
          chosen.add(--place);
        }
      }
    }
    return summary(article, chosen.stream().map(all::get));
  }

  private static boolean isIn(Candidate candidate, Address address) {
    return candidate.address().paragraph() == address.paragraph()
        && address.span().contains(candidate.address().span());
  }

  private static boolean sameParagraph(List<Candidate> all, int place) {
    return all.get(place).address().paragraph() == all.get(place - 1).address().paragraph();
  }

  private Summary summary(Article article, Stream<Candidate> chosen) {
    List<Quote> quotes =
        chosen.map(candidate -> library.quote(candidate.address(), Optional.empty())).toList();
    quotes.forEach(quote -> library.verify(quote.text(), quote.address()));
    return new Summary(article.name(), quotes);
  }

  /**
   * What stands for a very long article: first sentences of paragraphs that lean on no other,
   * evenly over the whole.
   */
  private static List<Candidate> openings(List<Candidate> all) {
    List<Candidate> openings =
        all.stream()
            .filter(c -> c.place() == 0 || !sameParagraph(all, c.place()))
            .filter(c -> c.place() == 0 || !c.startsWithPronoun())
            .toList();
    int wanted = Math.min(MOST_SENTENCES, openings.size());
    return Stream.iterate(0, i -> i < wanted, i -> i + 1)
        .map(i -> openings.get((int) ((long) i * openings.size() / wanted)))
        .toList();
  }
}
