package io.verbatim.ranking;

import io.verbatim.article.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name, date, number or place in a sentence that a question asks for. Plain regular
 * expressions, which cannot tell two phrases of a kind apart: where a sentence has several that are
 * new to the question, none is marked.
 */
public final class Marking {
  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
  private static final String DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
  private static final String YEAR = "(?:1[0-9]{3}|20[0-9]{2})";
  private static final String DIGITS = "\\d[\\d,]*(?:\\.\\d+)?";
  private static final String UNIT_WORD =
      "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
          + "|seventeen|eighteen|nineteen)";
  private static final String TENS =
      "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-" + UNIT_WORD + ")?)";
  private static final String LARGE = "(?:dozen|hundred|thousand|million|billion|trillion)";
  private static final String COUNT =
      "(?:%s|%s|%s|(?:a )?%s)(?: %s)?".formatted(DIGITS, UNIT_WORD, TENS, LARGE, LARGE);

  private static final Pattern DATE =
      anyOf(
          "\\d{1,2}(?:st|nd|rd|th)? " + MONTH + "(?:,? " + YEAR + ")?",
          MONTH + " \\d{1,2}(?:st|nd|rd|th)?(?:,? " + YEAR + ")?",
          MONTH + "(?:,? (?:of )?" + YEAR + ")?",
          "(?:(?:early|late|mid)[ -])?" + YEAR + "s?",
          "\\d{1,2}(?:st|nd|rd|th) century",
          DAY,
          "(?:last|next) (?:week|month|year|spring|summer|autumn|fall|winter|" + DAY + ")");
  private static final Pattern YEAR_ALONE = anyOf(YEAR);
  private static final Pattern NUMBER = anyOf("(?!" + YEAR + "\\b)" + COUNT);
  private static final Pattern PERCENT = Pattern.compile("\\b" + DIGITS + " ?(?:%|per ?cent\\b)");
  private static final Pattern MONEY =
      Pattern.compile(
          "[$£€] ?%s(?: %s)?|\\b%s (?:dollars|euros|cents)\\b".formatted(DIGITS, LARGE, COUNT));
  private static final Pattern MEASURE =
      anyOf(
          COUNT
              + "[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?|feet|foot|ft|inch(?:es)?|acres?|tons?|tonnes?|kg|degrees?|mph)(?:["
              + " -]old)?");

  /** No month, weekday or word that opens a sentence. */
  private static final String CAPITAL =
      "(?!(?:"
          + MONTH
          + "|"
          + DAY
          + "|The|A|An|In|On|At|By|For|From|After|Before|During|When|While|As|It|He|She|They"
          + "|His|Her|This|That|These|However|Although|According|But|And)\\b)\\p{Lu}[\\p{L}\\p{N}.’'-]*[\\p{L}\\p{N}]";

  private static final Pattern NAME = Pattern.compile("\\b" + CAPITAL + "(?: " + CAPITAL + ")*");
  private static final Pattern AFTER_PLACE_WORD =
      Pattern.compile("\\b(?:in|at|near|outside|from|across) (?:the )?$");

  private static final Pattern ASKS_WHO = anyCase("\\b(?:who|whom|whose)\\b");
  private static final Pattern ASKS_WHERE = anyCase("^(?:\\w+ )?where\\b");
  private static final Pattern ASKS_WHEN =
      anyCase(
          "^(?:\\w+ )?when\\b|\\b(?:what|which) (?:\\w+ )?(?:month|date|day|century|decade)\\b");
  private static final Pattern ASKS_YEAR = anyCase("\\b(?:what|which) (?:\\w+ )?year\\b");
  private static final Pattern ASKS_SHARE = anyCase("\\bper ?cent");

  private Marking() {}

  /**
   * The phrase that a question asks for.
   *
   * @param asked the question
   * @param sentence the sentence that answers
   * @return where it stands in the sentence; empty if the question asks for no such phrase or not
   *     exactly one is there
   */
  public static Optional<Span> phrase(Asked asked, String sentence) {
    String question = asked.text();
    Set<String> words = asked.words();
    return switch (asked.type()) {
      case WHO -> asks(ASKS_WHO, question) ? name(words, sentence, false) : Optional.empty();
      case WHERE -> asks(ASKS_WHERE, question) ? name(words, sentence, true) : Optional.empty();
      case WHEN ->
          asks(ASKS_YEAR, question)
              ? only(YEAR_ALONE, words, sentence)
              : asks(ASKS_WHEN, question) ? only(DATE, words, sentence) : Optional.empty();
      case HOW_MANY -> only(NUMBER, words, sentence);
      case HOW_MUCH -> only(asks(ASKS_SHARE, question) ? PERCENT : MONEY, words, sentence);
      case HOW_LONG -> only(MEASURE, words, sentence);
      case WHY, HOW, WHAT, NONE -> Optional.empty();
    };
  }

  /** The one new name of a sentence, if it stands as a place does, or does not. */
  private static Optional<Span> name(Set<String> asked, String sentence, boolean place) {
    return only(NAME, asked, sentence)
        .filter(name -> place == asks(AFTER_PLACE_WORD, sentence.substring(0, name.start())));
  }

  private static Optional<Span> only(Pattern pattern, Set<String> asked, String sentence) {
    List<MatchResult> found =
        pattern.matcher(sentence).results().filter(m -> isNew(m.group(), asked)).toList();
    Set<String> different =
        found.stream().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
    return different.size() == 1
        ? Optional.of(new Span(found.getFirst().start(), found.getFirst().end()))
        : Optional.empty();
  }

  /** Whether a phrase has a word of content, and none that the question has. */
  private static boolean isNew(String phrase, Set<String> asked) {
    Set<String> words = Clues.words(phrase);
    return words.stream().anyMatch(word -> !StopWords.contains(word))
        && words.stream().noneMatch(word -> asked.contains(word) && !StopWords.contains(word));
  }

  private static boolean asks(Pattern pattern, String text) {
    return pattern.matcher(text).find();
  }

  private static Pattern anyOf(String... alternatives) {
    return Pattern.compile("\\b(?:" + String.join("|", alternatives) + ")\\b");
  }

  private static Pattern anyCase(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
