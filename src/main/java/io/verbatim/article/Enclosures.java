package io.verbatim.article;

import java.util.BitSet;

/** Where a text is inside brackets or quotation marks that close again. */
final class Enclosures {
  /** What is enclosed for longer than this is a passage with sentences of its own. */
  private static final int LONGEST = 300;

  private static final String OPENING = "([{“„«‘\"'";

  private Enclosures() {}

  /** The positions between an opening mark and the one that closes it. */
  static BitSet in(String text) {
    var inside = new BitSet(text.length());
    for (int i = 0; i < text.length(); i++) {
      int close = OPENING.indexOf(text.charAt(i)) < 0 ? -1 : closing(text, i);
      if (close >= 0) {
        inside.set(i + 1, close + 1);
      }
    }
    return inside;
  }

  private static int closing(String text, int open) {
    int last = Math.min(text.length(), open + LONGEST);
    return switch (text.charAt(open)) {
      case '(' -> bracket(text, open, last, ')');
      case '[' -> bracket(text, open, last, ']');
      case '{' -> bracket(text, open, last, '}');
      case '«' -> first(text, open, last, "»");
      case '“' -> isGermanClose(text, open) ? -1 : first(text, open, last, "”");
      case '„' -> first(text, open, last, "“”");
      case '‘' -> apostrophe(text, open, last, '’');
      default -> opens(text, open) ? straight(text, open, last) : -1;
    };
  }

  private static int bracket(String text, int open, int last, char close) {
    int depth = 1;
    for (int i = open + 1; i < last; i++) {
      if (text.charAt(i) == text.charAt(open)) {
        depth++;
      } else if (text.charAt(i) == close && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int first(String text, int open, int last, String closing) {
    for (int i = open + 1; i < last; i++) {
      if (closing.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int straight(String text, int open, int last) {
    char mark = text.charAt(open);
    if (mark == '\'') {
      return apostrophe(text, open, last, mark);
    }
    int close = first(text, open, last, "\"");
    return close >= 0 && !opens(text, close) ? close : -1;
  }

  /** An apostrophe closes a quotation where punctuation precedes and no letter follows. */
  private static int apostrophe(String text, int open, int last, char mark) {
    for (int i = open + 2; i < last; i++) {
      boolean wordGoesOn = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
      if (text.charAt(i) == mark && !wordGoesOn && ".,!?…".indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean opens(String text, int i) {
    return i == 0
        || text.charAt(i - 1) == ' '
        || OPENING.indexOf(text.charAt(i - 1)) >= 0
        || "–—-".indexOf(text.charAt(i - 1)) >= 0;
  }

  private static boolean isGermanClose(String text, int i) {
    String before = text.substring(Math.max(0, i - LONGEST), i);
    return before.lastIndexOf('„') > before.lastIndexOf('“');
  }
}
