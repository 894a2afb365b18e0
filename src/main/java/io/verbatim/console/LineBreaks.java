package io.verbatim.console;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.WCWidth;

/**
 * Where lines of a text end on a terminal: at white space and wherever else Unicode allows; inside
 * a word only where the word alone is wider than the terminal, and never inside a grapheme.
 */
final class LineBreaks {
  private LineBreaks() {}

  /**
   * A line of the text, without the white space that it breaks at.
   *
   * @param start first UTF-16 unit
   * @param end one past the last, not below {@code start}
   */
  record Line(int start, int end) {}

  /**
   * The lines of a text, of which {@code \n} ends one always.
   *
   * @param columns room for a line, at least 1; a grapheme wider than that stands alone
   */
  static List<Line> of(String text, int columns) {
    var lines = new ArrayList<Line>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      wrap(text, start, end, columns, lines);
      start = end + 1;
    }
    wrap(text, start, text.length(), columns, lines);
    return lines;
  }

  /**
   * A text as long as the given one that a terminal does not obey: control characters other than
   * line breaks become a replacement character, a tab a space.
   */
  static String harmless(String text) {
    var harmless = new StringBuilder(text);
    for (int i = 0; i < harmless.length(); i++) {
      char unit = harmless.charAt(i);
      if (unit == '\t' || unit == '\r') {
        harmless.setCharAt(i, ' ');
      } else if (Character.isISOControl(unit) && unit != '\n') {
        harmless.setCharAt(i, '\uFFFD');
      }
    }
    return harmless.toString();
  }

  private static void wrap(String text, int start, int end, int columns, List<Line> lines) {
    var words = BreakIterator.getLineInstance(Locale.ROOT);
    words.setText(text.substring(start, end));
    int from = start;
    int fits = start;
    for (int next = words.next(); next != BreakIterator.DONE; next = words.next()) {
      int wordEnd = start + next;
      if (columns(text, from, trimmed(text, from, wordEnd)) > columns && fits > from) {
        lines.add(new Line(from, trimmed(text, from, fits)));
        from = fits;
      }
      for (int cut = cut(text, from, trimmed(text, from, wordEnd), columns);
          cut > from;
          cut = cut(text, from, trimmed(text, from, wordEnd), columns)) {
        lines.add(new Line(from, cut));
        from = cut;
      }
      fits = wordEnd;
    }
    lines.add(new Line(from, trimmed(text, from, end)));
  }

  /** Where a word must be cut to fit; its start if it fits. */
  private static int cut(String text, int from, int end, int columns) {
    int used = 0;
    for (int i = from; i < end; i += WCWidth.charCountForGraphemeCluster(text, i)) {
      used += Math.max(0, WCWidth.wcwidthForGraphemeCluster(text, i));
      if (used > columns && i > from) {
        return i;
      }
    }
    return from;
  }

  private static int columns(String text, int start, int end) {
    int columns = 0;
    for (int i = start; i < end; i += WCWidth.charCountForGraphemeCluster(text, i)) {
      columns += Math.max(0, WCWidth.wcwidthForGraphemeCluster(text, i));
    }
    return columns;
  }

  private static int trimmed(String text, int start, int end) {
    int trimmed = end;
    while (trimmed > start && Character.isWhitespace(text.charAt(trimmed - 1))) {
      trimmed--;
    }
    return trimmed;
  }
}
