package io.verbatim.article;

import java.util.List;

/**
 * Lines that belong together.
 *
 * @param lines at least one, none blank
 * @param underlined whether a line of dashes follows, which makes them a heading
 */
record Piece(List<Line> lines, boolean underlined) {
  static Piece of(List<Line> lines) {
    return new Piece(List.copyOf(lines), false);
  }

  Line first() {
    return lines.getFirst();
  }

  /** Whether blank lines around it were needed to tell it from its neighbours. */
  boolean isProse() {
    return lines.size() > 1 || first().endsStatement();
  }

  boolean looksLikeHeading() {
    return underlined || (lines.size() == 1 && first().looksLikeHeading());
  }

  boolean looksLikeTitle() {
    return underlined || (lines.size() == 1 && first().looksLikeTitle());
  }

  boolean isItem() {
    return !underlined && first().isItem();
  }

  int length() {
    return lines.getLast().end() - first().start();
  }

  /** The author's characters from the first line to the last, without white space around them. */
  String cut(String text) {
    return Whitespace.strip(text.substring(first().start(), lines.getLast().end()));
  }
}
