package io.verbatim.article;

import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What can be said of a full stop from the words around it. Where they leave it open, the detector
 * decides.
 */
final class SentenceRules {
  /** Whether a sentence ends. */
  enum Verdict {
    ENDS,
    GOES_ON,
    OPEN
  }

  private static final Pattern SPEAKER =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}.’'-]+ ){1,3}(?:said|says|asked|asks|replied|added|wrote|told|tells"
              + "|answered|shouted|cried|warned|explained|wondered|tweeted)\\b");
  private static final Pattern MARKER = Pattern.compile("\\(?(?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})");
  private static final Pattern COUNT = Pattern.compile("\\d{1,2}");
  private static final Pattern NUMBER = Pattern.compile("[\\d.,:%-]*\\d[%)]?");
  private static final Pattern ROMAN = Pattern.compile("I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XI?[VX]");
  private static final String QUOTES = "”’“»\"'";

  private final String text;
  private final BitSet enclosed;

  /**
   * @param text a paragraph in which every white space is a blank
   */
  SentenceRules(String text) {
    this.text = text;
    enclosed = Enclosures.in(text);
  }

  /**
   * Whether a sentence ends here.
   *
   * @param mark where the last full stop, question or exclamation mark stands
   * @param end one past it and the marks that close after it; a blank stands there
   * @param next where the next word or its opening mark stands
   */
  Verdict at(int mark, int end, int next) {
    String following = firstWord(next);
    if (enclosed.get(end) || continues(next, following)) {
      return Verdict.GOES_ON;
    }
    boolean quoted = end > mark + 1 && QUOTES.indexOf(text.charAt(end - 1)) >= 0;
    if (quoted && SPEAKER.matcher(text).region(next, text.length()).lookingAt()) {
      return Verdict.GOES_ON;
    }
    if (text.charAt(mark) != '.' || (mark > 0 && text.charAt(mark - 1) == '.')) {
      return Verdict.ENDS;
    }
    Verdict verdict = afterWord(mark, next, following);
    return quoted && verdict == Verdict.OPEN ? Verdict.ENDS : verdict;
  }

  /** A lower-case word goes on with the sentence, but not one such as iPhone. */
  private boolean continues(int next, String following) {
    if (following.isEmpty()) {
      return ",;:.!?)]}”».".indexOf(text.charAt(next)) >= 0;
    }
    boolean mixed = !following.equals(following.toLowerCase(Locale.ROOT));
    return Character.isLowerCase(following.codePointAt(0)) && !mixed;
  }

  private Verdict afterWord(int mark, int next, String following) {
    int start = text.lastIndexOf(' ', mark - 1) + 1;
    while (start < mark && "([{“„«‘\"'–—".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    String word = text.substring(start, mark);
    if (isMarker(word, start)) {
      return Verdict.GOES_ON;
    }
    boolean numbered = Character.isDigit(text.charAt(next)) || ROMAN.matcher(following).matches();
    return switch (Abbreviations.kindOf(word)) {
      case BEFORE_WORDS -> Verdict.GOES_ON;
      case BEFORE_NUMBER -> numbered ? Verdict.GOES_ON : Verdict.ENDS;
      case HOUR -> Abbreviations.mayFollowHour(following) ? Verdict.GOES_ON : Verdict.ENDS;
      case AMBIGUOUS -> begins(next, following) ? Verdict.ENDS : Verdict.GOES_ON;
      case NONE -> NUMBER.matcher(word).matches() ? Verdict.ENDS : Verdict.OPEN;
    };
  }

  /** Whether a number or letter only counts what follows, as in "1. Money is short." */
  private boolean isMarker(String word, int start) {
    int before = start - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    return before < 0
        ? MARKER.matcher(word).matches()
        : COUNT.matcher(word).matches() && ".!?:…”\"".indexOf(text.charAt(before)) >= 0;
  }

  /** Whether the word that follows opens a sentence; an initial does not. */
  private boolean begins(int next, String following) {
    int after = text.indexOf(following, next) + following.length();
    boolean initial = following.length() == 1 && after < text.length() && text.charAt(after) == '.';
    return !initial && Abbreviations.mayBegin(following);
  }

  /**
   * The first letters at or after a position, opening marks skipped; empty if others come first.
   */
  private String firstWord(int next) {
    int start = next;
    while (start < text.length() && "([{“„«‘\"'–—-•*¿¡ ".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }
}
