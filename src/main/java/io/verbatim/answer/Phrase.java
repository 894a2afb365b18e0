package io.verbatim.answer;

import io.verbatim.ranking.StopWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What somebody said, and its words.
 *
 * @param text any characters, without outer white space
 * @param words in order
 */
record Phrase(String text, List<Word> words) {
  // No group repeats: one that does would take a stack frame for each of the hyphens in a message.
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}'’.-]*[\\p{L}\\p{N}])?");
  private static final Pattern CONTRACTED = Pattern.compile("['’](?:s|re|ve|ll|d|m)$");
  private static final Pattern END = Pattern.compile("[\\s?!.,;:]+$");

  /** Words that say nothing of what a question is about, besides {@link StopWords}. */
  private static final Set<String> LIGHT =
      Set.of(
          "say",
          "says",
          "said",
          "tell",
          "tells",
          "told",
          "come",
          "comes",
          "came",
          "happen",
          "happens",
          "happened",
          "earlier",
          "later",
          "else",
          "instead",
          "exactly",
          "please");

  static Phrase of(String said) {
    String text = said.strip();
    List<Word> words =
        WORD.matcher(text)
            .results()
            .map(found -> new Word(found.group(), found.start(), found.end()))
            .toList();
    return new Phrase(text, words);
  }

  /**
   * A word where it stands.
   *
   * @param text as written
   * @param start its first UTF-16 unit
   * @param end one past its last
   */
  record Word(String text, int start, int end) {
    /** In lower case, without what was drawn into it: "he" for "He's". */
    String plain() {
      return CONTRACTED.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    /** Whether it says what a question is about. */
    boolean isContent() {
      boolean negation = text.endsWith("n't") || text.endsWith("n’t");
      return !negation && !StopWords.contains(plain()) && !LIGHT.contains(plain());
    }
  }

  int size() {
    return words.size();
  }

  /** The word at a place from 0, in its plain form; empty where there is none. */
  String word(int place) {
    return 0 <= place && place < size() ? words.get(place).plain() : "";
  }

  boolean hasAny(Set<String> plain) {
    return words.stream().anyMatch(word -> plain.contains(word.plain()));
  }

  /** Places of the words that say what it is about; in "how long", "long" says what is asked. */
  List<Integer> content() {
    return IntStream.range(0, size())
        .filter(place -> words.get(place).isContent() && !word(place - 1).equals("how"))
        .boxed()
        .toList();
  }

  /**
   * The part from one word to another, without a mark at its end.
   *
   * @param first place of the first word
   * @param most number of words at most
   */
  String part(int first, int most) {
    if (first >= size()) {
      return "";
    }
    int end = most < size() - first ? words.get(first + most - 1).end() : text.length();
    return END.matcher(text.substring(words.get(first).start(), end)).replaceFirst("");
  }
}
