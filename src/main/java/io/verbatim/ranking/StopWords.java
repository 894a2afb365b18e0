package io.verbatim.ranking;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that say nothing of what a question is about: function words, and those that questions are
 * made of.
 */
public final class StopWords {
  private static final Set<String> WORDS =
      Set.of(
          """
          a an the and or but if of in on at by for from to with as into about after before between during over under through \
          against is are was were be been being am do does did done doing have has had having will would shall should can could \
          may might must i you he she it we they me him her us them my your his its our their this that these those there here \
          who whom whose what which when where why how many much than then so not no nor s t d ll re ve m also such only own same \
          other some any all each few more most both up down out off again further once name called\
          """
              .split(" "));

  /** Those that stand in German, Spanish or French questions too. */
  private static final Set<String> FOREIGN =
      Set.of(
          """
          a all also am an as but d has he her i if in m may me name no not on once or re s so t these us ve was will\
          """
              .split(" "));

  private static final Pattern NEGATION = Pattern.compile("\\p{L}+n['’]t");

  private StopWords() {}

  /** Whether a word, in any case and with or without its possessive 's, is one of them. */
  public static boolean contains(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return WORDS.contains(lower) || WORDS.contains(withoutPossessive(lower));
  }

  /** Whether a word in lower case is one of them or its negation, and English alone has it. */
  public static boolean isEnglish(String word) {
    return (WORDS.contains(word) && !FOREIGN.contains(word)) || NEGATION.matcher(word).matches();
  }

  /** The word without a possessive 's, written with either apostrophe. */
  static String withoutPossessive(String word) {
    boolean possessive = word.endsWith("'s") || word.endsWith("’s");
    return possessive ? word.substring(0, word.length() - 2) : word;
  }
}
