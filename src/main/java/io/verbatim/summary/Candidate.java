package io.verbatim.summary;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sentence of the article that may stand in the summary.
 *
 * @param place of the sentence in the article, from 0
 * @param address where it stands; that of an article's first sentence leaves its dateline out
 * @param section number of its section, from 0, growing in reading order; all 0 in an article
 *     without headings
 * @param text its words
 */
public record Candidate(int place, Address address, int section, String text) {
  private static final String OPENING = "^[\"'“”‘’(\\[]*";
  private static final Pattern PRONOUN =
      starting("he|she|it|they|this|that|these|those|his|her|hers|their|its|him|them");
  private static final Pattern CONNECTIVE =
      starting(
          "but|and|so|or|yet|nor|both|such|also|however|therefore|meanwhile|instead|then"
              + "|otherwise|moreover|besides");
  private static final Pattern QUOTATION = Pattern.compile("^[\"“'‘]");

  /** A digit that starts a number, years of these two centuries aside. */
  private static final Pattern FIGURE =
      Pattern.compile("(?<![\\d.,])(?!(?:19|20)\\d\\d(?![\\d.,]\\d|\\d))\\d");

  /** Every sentence of an article, in reading order. */
  public static List<Candidate> of(Article article) {
    var candidates = new ArrayList<Candidate>();
    int section = 0;
    Optional<String> heading = article.paragraphs().getFirst().section();
    for (Paragraph paragraph : article.paragraphs()) {
      if (!paragraph.section().equals(heading)) {
        heading = paragraph.section();
        section++;
      }
      for (Span sentence : paragraph.sentences()) {
        Span span = candidates.isEmpty() ? Dateline.without(paragraph) : sentence;
        candidates.add(
            new Candidate(
                candidates.size(),
                new Address(article.name(), paragraph.number(), span),
                section,
                paragraph.cut(span)));
      }
    }
    return List.copyOf(candidates);
  }

  private static Pattern starting(String words) {
    return Pattern.compile(OPENING + "(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  /**
   * Whether it starts with a pronoun ("He", "It", "This"), so that only the sentence before it says
   * who or what is meant.
   */
  public boolean startsWithPronoun() {
    return PRONOUN.matcher(text).find();
  }

  /** Whether it goes on with the thought before ("But", "Also") or leaves a quotation open. */
  boolean goesOn() {
    return CONNECTIVE.matcher(text).find() || opensQuotation();
  }

  private boolean opensQuotation() {
    return count('"') % 2 == 1 || count('“') != count('”');
  }

  private long count(char mark) {
    return text.chars().filter(c -> c == mark).count();
  }

  boolean startsWithQuotation() {
    return QUOTATION.matcher(text).find();
  }

  /** Whether it has a number in digits that is no year. */
  boolean hasFigure() {
    return FIGURE.matcher(text).find();
  }
}
