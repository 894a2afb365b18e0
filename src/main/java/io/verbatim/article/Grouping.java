package io.verbatim.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits lines that stand together, no blank line between them, into paragraphs, lists and tables
 * by their lengths, indents and markers.
 */
final class Grouping {
  /** No text is wrapped wider than this: a longer line is a paragraph of its own. */
  private static final int WIDEST_WRAP = 120;

  /** A line shorter than its neighbours by this much was ended on purpose. */
  private static final int RAGGED = 12;

  /** A list up to this length is quoted whole, a longer one item by item. */
  private static final int LONGEST_LIST = 1000;

  private static final int SHORTEST_PROSE_LINE = 60;

  private final List<Line> lines;
  private final boolean blankLinesTell;
  private final int width;
  private final boolean wrapped;
  private final boolean everyLineEnds;
  private final List<Piece> pieces = new ArrayList<>();

  private Grouping(List<Line> lines, boolean blankLinesTell) {
    this.lines = lines;
    this.blankLinesTell = blankLinesTell;
    width = lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
    wrapped = lines.stream().noneMatch(Grouping::isTooWide);
    everyLineEnds = lines.stream().allMatch(Line::endsStatement);
  }

  /**
   * The pieces of a group.
   *
   * @param lines at least two, none blank
   * @param blankLinesTell whether blank lines tell the paragraphs of this text apart, so that short
   *     lines do not
   */
  static List<Piece> split(List<Line> lines, boolean blankLinesTell) {
    if (lines.stream().filter(Line::hasColumns).count() * 2 > lines.size()) {
      return List.of(Piece.of(lines));
    }
    var grouping = new Grouping(lines, blankLinesTell);
    grouping.split();
    return grouping.pieces;
  }

  private void split() {
    int from = 0;
    if (isHeadingOverProse()) {
      pieces.add(Piece.of(lines.subList(0, 1)));
      from = 1;
    }
    while (from < lines.size()) {
      boolean list = beginsItem(from);
      int to = from + 1;
      while (to < lines.size() && (list ? continuesList(to) : continuesText(to))) {
        to++;
      }
      if (list) {
        addList(from, to);
      } else {
        pieces.add(Piece.of(lines.subList(from, to)));
      }
      from = to;
    }
  }

  private boolean isHeadingOverProse() {
    Line first = lines.getFirst();
    Line second = lines.get(1);
    int length = second.text().length();
    return first.looksLikeHeading()
        && ((length >= SHORTEST_PROSE_LINE && first.text().length() * 3 <= length * 2)
            || (first.isCapitals() && !second.isCapitals()));
  }

  private boolean beginsItem(int i) {
    return lines.get(i).isItem() && (i == 0 || endsEarly(i - 1) || lines.get(i - 1).endsSentence());
  }

  private boolean continuesList(int i) {
    return lines.get(i).isItem()
        || (wrapped ? !endsEarly(i - 1) : lines.get(i).indent() > lines.get(i - 1).indent());
  }

  private boolean continuesText(int i) {
    Line before = lines.get(i - 1);
    if (beginsItem(i) || !wrapped) {
      return false;
    }
    boolean indented = lines.get(i).indent() > before.indent() + 1;
    if (before.endsStatement() && indented) {
      return false;
    }
    return blankLinesTell || !before.endsStatement() || (!everyLineEnds && !endsEarly(i - 1));
  }

  private void addList(int from, int to) {
    boolean introduced = !pieces.isEmpty() && from > 0 && lines.get(from - 1).text().endsWith(":");
    Piece list = Piece.of(lines.subList(from, to));
    if (introduced && pieces.getLast().length() + list.length() <= LONGEST_LIST) {
      var whole = new ArrayList<>(pieces.removeLast().lines());
      whole.addAll(list.lines());
      pieces.add(Piece.of(whole));
    } else if (list.length() <= LONGEST_LIST) {
      pieces.add(list);
    } else {
      addItems(from, to);
    }
  }

  private void addItems(int from, int to) {
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || lines.get(i).isItem()) {
        pieces.add(Piece.of(lines.subList(start, i)));
        start = i;
      }
    }
  }

  /** Whether more words would have fitted on the line. */
  private boolean endsEarly(int i) {
    return lines.get(i).text().length() + RAGGED < width;
  }

  private static boolean isTooWide(Line line) {
    int space = line.text().indexOf(' ');
    return line.text().length() > WIDEST_WRAP && space >= 0 && space < WIDEST_WRAP;
  }
}
