package io.verbatim.summary;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of an English sentence, as far as a comparison of sentences needs them. */
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Words that say how, not what; the parts of "don't" and "we've" among them. */
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          """
          a about above after again against all also am an and any are aren as at be because been \
          before being below between both but by can cannot could couldn d did didn do does doesn \
          doing don down during each even few for from further had hadn has hasn have haven having \
          he her here hers herself him himself his how however i if in into is isn it its itself \
          just let like ll m many may me might more most much must my myself no nor not now o of \
          off on once one only or other our ours out over own re s said same say says she should \
          shouldn since so some still such t than that the their theirs them themselves then there \
          these they this those though through to too two under until up upon us ve very was wasn \
          we well were weren what when where whether which while who whom whose why will with \
          within without won would wouldn yet you your yours\
          """
              .split(" "));

  private Words() {}

  /** Number of words, function words included. */
  static int count(String text) {
    return (int) WORD.matcher(text).results().count();
  }

  /**
   * The content words in reading order, repeats included: lower case, function words left out, the
   * commonest endings (-s, -ies, -ing, -ed, -e) cut off.
   */
  static List<String> content(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .filter(word -> !FUNCTION_WORDS.contains(word))
        .map(Words::stem)
        .toList();
  }

  private static String stem(String word) {
    String stem = word;
    if (stem.length() > 4 && stem.endsWith("ies")) {
      stem = cut(stem, 3) + "y";
    } else if (stem.length() > 3
        && stem.endsWith("s")
        && !stem.endsWith("ss")
        && !stem.endsWith("us")
        && !stem.endsWith("is")) {
      stem = cut(stem, 1);
    }
    if (stem.length() > 5 && stem.endsWith("ing")) {
      stem = cut(stem, 3);
    } else if (stem.length() > 4 && stem.endsWith("ed")) {
      stem = cut(stem, 2);
    }
    return stem.length() > 4 && stem.endsWith("e") ? cut(stem, 1) : stem;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
