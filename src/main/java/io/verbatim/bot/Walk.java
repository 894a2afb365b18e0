package io.verbatim.bot;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.bot.Reply.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of buttons that lead from paragraph to paragraph: ◀ ¶ ▶. */
final class Walk {
  private final Library library;
  private final Wishes wishes;

  Walk(Library library, Wishes wishes) {
    this.library = library;
    this.wishes = wishes;
  }

  /** The row under a quote, whose paragraph is in the middle. */
  List<Button> from(Quote quote) {
    Optional<Address> sentence = quote.answer().map(marked -> sentence(quote.address(), marked));
    return library
        .article(quote.article())
        .map(article -> row(article, quote.paragraph(), true, sentence))
        .orElse(List.of());
  }

  /** The sentence that marked words lie in, or the first of them. */
  private Address sentence(Address quoted, Span marked) {
    Span sentence =
        library.paragraph(quoted).sentences().stream()
            .filter(marked::overlaps)
            .findFirst()
            .orElse(marked);
    return new Address(quoted.article(), quoted.paragraph(), sentence);
  }

  /** A row that leads to a paragraph. */
  List<Button> to(Address paragraph) {
    int number = paragraph.paragraph();
    return library
        .article(paragraph.article())
        .map(a -> wishes.button("¶ " + number, new Wish.Paragraph(a, number, Optional.empty())))
        .stream()
        .toList();
  }

  /**
   * The row under a whole paragraph.
   *
   * @param from the quoted sentence where the walk began; its paragraph is in the middle unless it
   *     is the one that is shown
   */
  List<Button> around(Article article, int paragraph, Optional<Address> from) {
    return row(article, paragraph, from.filter(f -> f.paragraph() != paragraph).isPresent(), from);
  }

  private List<Button> row(Article article, int paragraph, boolean middle, Optional<Address> from) {
    var row = new ArrayList<Button>();
    if (paragraph > 1) {
      row.add(wishes.button("◀", new Wish.Paragraph(article, paragraph - 1, from)));
    }
    if (middle) {
      int home = from.map(Address::paragraph).orElse(paragraph);
      row.add(wishes.button("¶ " + home, new Wish.Paragraph(article, home, from)));
    }
    if (paragraph < article.paragraphs().size()) {
      row.add(wishes.button("▶", new Wish.Paragraph(article, paragraph + 1, from)));
    }
    return row;
  }
}
