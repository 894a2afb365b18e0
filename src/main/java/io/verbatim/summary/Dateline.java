package io.verbatim.summary;

import io.verbatim.article.Paragraph;
import io.verbatim.article.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Place and agency before the first sentence of a story, as in "LONDON (Reuters) - Rain fell." or
 * "(CNN)Rain fell.": part of the text, but of no sentence worth a place in a summary.
 */
final class Dateline {
  private static final String DASH = "\\s*(?:(?:--|[-–—])\\s*)?";
  private static final Pattern AGENCY =
      Pattern.compile(
          "(?:\\p{Lu}[^()\\n]{0,40} )?\\((?:CNN|AP|Reuters|AFP|UPI|BBC|Bloomberg)\\)" + DASH);

  /** Another source, which is told from words in parentheses by standing first of all. */
  private static final Pattern SOURCE =
      Pattern.compile("\\(\\p{Lu}[\\w.&’']*(?: \\p{Lu}[\\w.&’']*){0,3}\\)" + DASH);

  private Dateline() {}

  /** The first sentence of an article without its dateline, if it has one. */
  static Span without(Paragraph first) {
    Span sentence = first.sentences().getFirst();
    for (Pattern pattern : new Pattern[] {AGENCY, SOURCE}) {
      Matcher dateline = pattern.matcher(first.text());
      dateline.region(sentence.start(), sentence.end());
      if (dateline.lookingAt() && opensSentence(first.text(), dateline.end(), sentence)) {
        return new Span(dateline.end(), sentence.end());
      }
    }
    return sentence;
  }

  private static boolean opensSentence(String text, int start, Span sentence) {
    return start < sentence.end()
        && (Character.isUpperCase(text.charAt(start))
            || Character.isDigit(text.charAt(start))
            || "\"“'‘$£€".indexOf(text.charAt(start)) >= 0);
  }
}
