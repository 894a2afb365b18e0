package io.verbatim.telegram;

import io.verbatim.article.Span;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/** Finds where a text that is too long may be parted. */
final class TextCutter {
  private TextCutter() {}

  /**
   * The end of the longest piece that fits: at the end of a sentence, else before white space, else
   * between two characters as readers see them, else between two code points.
   *
   * @param text what is parted
   * @param from where the piece begins
   * @param to where the text ends that is to be parted
   * @param room most UTF-16 units of the piece, at least 2
   * @param sentences of the text, in reading order, possibly none
   */
  static int cut(String text, int from, int to, int room, List<Span> sentences) {
    if (to - from <= room) {
      return to;
    }
    int limit = from + room;
    int sentence = from;
    for (Span span : sentences) {
      if (span.end() > from && span.end() <= limit) {
        sentence = span.end();
      }
    }
    if (sentence > from) {
      return sentence;
    }
    for (int at = limit; at > from; at--) {
      if (Character.isWhitespace(text.charAt(at)) && !Character.isWhitespace(text.charAt(at - 1))) {
        return at;
      }
    }
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    // Two units more than fit: what follows decides whether a character is at its end.
    characters.setText(text.substring(from, Math.min(to, limit + 2)));
    int whole = from + characters.preceding(limit + 1 - from);
    if (whole > from) {
      return whole;
    }
    return TelegramText.splitsPair(text, limit) ? limit - 1 : limit;
  }

  /** The first place from {@code from} on that is not white space; {@code to} if there is none. */
  static int skipSpace(String text, int from, int to) {
    int at = from;
    while (at < to && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
