package io.verbatim.ranking;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Signs that a sentence says the contrary of what a question asks about. Plain regular expressions
 * on English words.
 */
public final class Contradiction {
  private static final Pattern NEGATION =
      anyCase(
          "\\b(?:not|no|never|none|neither|nor|without|except|unlike|fewer|less|least|cannot"
              + "|(?:un(?!i|de|ti|le)|dis(?!c|t|p|e)|non-?)[a-z]{4,})\\b|n['’]t\\b");

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
  private record Pair(Pattern one, Pattern other) {
    static Pair of(String pair) {
      int middle = pair.indexOf(" / ");
      return new Pair(begins(pair.substring(0, middle)), begins(pair.substring(middle + 3)));
    }

    private static Pattern begins(String words) {
      return anyCase("\\b(?:" + words + ")");
    }

    int contrary(String question, String sentence) {
      boolean asksOne = one.matcher(question).find();
      boolean asksOther = other.matcher(question).find();
      boolean hasOne = one.matcher(sentence).find();
      boolean hasOther = other.matcher(sentence).find();
      return (asksOne && !hasOne && hasOther ? 1 : 0) + (asksOther && !hasOther && hasOne ? 1 : 0);
    }
  }

  /** Whether a text has a negation. */
  public static boolean negates(String text) {
    return NEGATION.matcher(text).find();
  }

  /** Number of words of the question whose contrary stands in the sentence, and not they. */
  public static int contraries(String question, String sentence) {
    return CONTRARIES.stream().mapToInt(pair -> pair.contrary(question, sentence)).sum();
  }

  private static Pattern anyCase(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
