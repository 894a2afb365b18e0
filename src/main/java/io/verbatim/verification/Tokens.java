package io.verbatim.verification;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Parts a text into words and the marks around them. What is written without a space in between is
 * one word ("re-elected", "Russia’s", "3.5"), so that no part of it passes for the whole; only
 * marks at its ends and long dashes stand for themselves. Scripts that are written without spaces
 * are parted after every character.
 */
final class Tokens {
  private static final Set<UnicodeScript> SPACELESS =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final String SINGLE = "'\u2018\u2019\u201A\u201B\u02BC\u2032`\u00B4";
  private static final String DOUBLE = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033";
  private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
  private static final String LONG_DASHES = "\u2014\u2015";
  private static final String ENDS = ".,;:!?\u2026";

  /** The i without a dot and the I with one are letters of their own, not cases of i. */
  private static final String DOTLESS = "\u0131\u0130";

  /** Characters that nobody sees: soft hyphen, zero width space, marks of direction. */
  private static final String UNSEEN =
      "\u00AD\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069";

  private final String text;
  private final int paragraph;
  private final List<Token> tokens = new ArrayList<>();

  /** Whether a single quotation mark was opened and not closed yet. */
  private boolean open;

  private Tokens(String text, int paragraph) {
    this.text = text;
    this.paragraph = paragraph;
  }

  /**
   * The tokens of a text, in order.
   *
   * @param paragraph its number; 0 for a text that stands in no article
   */
  static List<Token> of(String text, int paragraph) {
    return new Tokens(text, paragraph).read();
  }

  private List<Token> read() {
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !isSpace(text.charAt(end)) && dash(end) == 0) {
        end++;
      }
      chunk(start, end);
      int dash = end < text.length() ? dash(end) : 0;
      if (dash > 0) {
        add(end, end + dash);
      }
      start = end + Math.max(1, dash);
    }
    return tokens;
  }

  /** Length of the long dash at a place, 0 if there is none. */
  private int dash(int at) {
    if (LONG_DASHES.indexOf(text.charAt(at)) >= 0) {
      return 1;
    }
    return text.startsWith("--", at) ? 2 : 0;
  }

  /** A stretch without white space: marks, the word, marks. */
  private void chunk(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && opens(text.charAt(start))) {
      open |= SINGLE.indexOf(text.charAt(start)) >= 0;
      add(start, ++start);
    }
    while (end > start && closes(text.charAt(end - 1)) && !belongs(start, end - 1)) {
      end--;
    }
    word(start, end);
    for (int at = end; at < to; at++) {
      open &= SINGLE.indexOf(text.charAt(at)) < 0;
      add(at, at + 1);
    }
  }

  /** Whether an apostrophe is part of its word, as in "the officials' report". */
  private boolean belongs(int start, int at) {
    return SINGLE.indexOf(text.charAt(at)) >= 0
        && at > start
        && Character.isLetter(text.charAt(at - 1))
        && !open;
  }

  private void word(int from, int to) {
    int start = from;
    for (int at = from; at < to; ) {
      int codePoint = text.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      if (SPACELESS.contains(UnicodeScript.of(codePoint))) {
        add(start, at);
        add(at, next);
        start = next;
      }
      at = next;
    }
    add(start, to);
  }

  private void add(int start, int end) {
    String folded = start < end ? folded(text.substring(start, end)) : "";
    if (!folded.isEmpty()) {
      tokens.add(new Token(folded, paragraph, start, end));
    }
  }

  private static String folded(String word) {
    if (word.equals("--")) {
      return "-";
    }
    var folded = new StringBuilder();
    Normalizer.normalize(word, Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> UNSEEN.indexOf(c) < 0)
        .map(c ->
            SINGLE.indexOf(c) >= 0
                ? '\''
                : DOUBLE.indexOf(c) >= 0
                    ? '"'
                    : DASHES.indexOf(c) >= 0
                        ? '-'
                        : DOTLESS.indexOf(c) >= 0
                            ? c
                            : Character.toLowerCase(Character.toUpperCase(c)))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u0085';
  }

  private static boolean isQuotationMark(char c) {
    return SINGLE.indexOf(c) >= 0 || DOUBLE.indexOf(c) >= 0;
  }

  private static boolean opens(char c) {
    return isQuotationMark(c) || Character.getType(c) == Character.START_PUNCTUATION;
  }

  private static boolean closes(char c) {
    return isQuotationMark(c)
        || ENDS.indexOf(c) >= 0
        || Character.getType(c) == Character.END_PUNCTUATION;
  }
}
