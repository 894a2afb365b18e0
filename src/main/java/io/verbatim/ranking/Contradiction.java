package io.verbatim.ranking;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Signs that a sentence says the contrary of what a question asks about. Plain regular expressions
 * on English words.
 */
public final class Contradiction {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(?:not|no|never|none|neither|nor|without|except|unlike|fewer|less|least|cannot"
              + "|(?:un(?!i|de|ti|le)|dis(?!c|t|p|e)|non-?)[a-z]{4,})\\b|n['’]t\\b",
          Pattern.CASE_INSENSITIVE);

  private static final List<Pair> CONTRARIES =
      Stream.of(
              "increas|rise|rose|grow|more|higher|larger|greater|gain /"
                  + " decreas|fall|fell|declin|less|lower|smaller|fewer|los",
              "before / after",
              "first / last",
              "begin|start|found / end|clos|stop",
              "north / south",
              "east / west",
              "old / new|young|modern",
              "win|won / lose|lost|defeat",
              "most / least",
              "large / small",
              "support / oppos",
              "import / export",
              "men|male / women|female",
              "agree / disagree|reject",
              "early / late",
              "minimum / maximum",
              "possible / impossible",
              "above / below")
          .map(Pair::of)
          .toList();

  private Contradiction() {}

  /** Beginnings of words, and beginnings of their contraries. */
  private record Pair(List<String> one, List<String> other) {
    static Pair of(String pair) {
      int middle = pair.indexOf(" / ");
      return new Pair(
          List.of(pair.substring(0, middle).split("\\|")),
          List.of(pair.substring(middle + 3).split("\\|")));
    }

    int contrary(List<String> question, List<String> sentence) {
      boolean asksOne = begins(question, one);
      boolean asksOther = begins(question, other);
      if (!asksOne && !asksOther) {
        return 0;
      }
      boolean hasOne = begins(sentence, one);
      boolean hasOther = begins(sentence, other);
      return (asksOne && !hasOne && hasOther ? 1 : 0) + (asksOther && !hasOther && hasOne ? 1 : 0);
    }

    private static boolean begins(List<String> words, List<String> beginnings) {
      for (String word : words) {
        for (String beginning : beginnings) {
          if (word.startsWith(beginning)) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /** Whether a text has a negation. */
  public static boolean negates(String text) {
    return NEGATION.matcher(text).find();
  }

  /** Number of words of the question whose contrary stands in the sentence, and not they. */
  public static int contraries(String question, String sentence) {
    List<String> asked = words(question);
    List<String> said = words(sentence);
    return CONTRARIES.stream().mapToInt(pair -> pair.contrary(asked, said)).sum();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }
}
