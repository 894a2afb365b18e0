package io.verbatim.ranking;

import io.verbatim.article.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The clues of one sentence, found once, so that a question only has to leave out those that are
 * its own words. Immutable.
 *
 * <p>Plain regular expressions: they find what looks like a name, a date or a number, not what is
 * one.
 */
public final class Clues {
  /** Without a repeated group, which would take a stack frame for every part of a-a-a-… */
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}'’.-]*[\\p{L}\\p{N}])?");

  private static final Map<Clue, Pattern> PATTERNS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Clue.YEAR, cased("\\b(?:1[0-9]{3}|20[0-9]{2})s?\\b")),
              Map.entry(
                  Clue.MONTH,
                  cased(
                      "\\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
                          + "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|century|centuries|BC|AD)\\b")),
              Map.entry(Clue.NUMBER, cased("\\b\\d[\\d,.]*\\b")),
              Map.entry(
                  Clue.NUMBER_WORD,
                  anyCase(
                      "\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|dozens|twenty|thirty"
                          + "|forty|fifty|sixty|seventy|eighty|ninety|hundred|hundreds|thousand|thousands|million|millions"
                          + "|billion|billions|half|third|quarter|first|second|once|twice)\\b")),
              Map.entry(
                  Clue.MONEY,
                  cased(
                      "[$£€]\\s?\\d|\\b\\d[\\d,.]*\\s+(?:million |billion"
                          + " )?(?:dollars|pounds|euros|cents)\\b")),
              Map.entry(Clue.PERCENT, cased("%|\\bpercent\\b|\\bper cent\\b")),
              Map.entry(
                  Clue.UNIT,
                  anyCase(
                      "\\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?"
                          + "|feet|foot|inch(?:es)?|acres?|tons?|tonnes?|kg|pounds?|degrees?|-year-old|aged?)\\b")),
              Map.entry(
                  Clue.BECAUSE,
                  anyCase(
                      "\\b(?:because|due to|since|as a result|result(?:ed|ing)?"
                          + " (?:in|from)|caused?|causing|reasons?|owing to|therefore|thus|so"
                          + " that|thanks to|led to|leading to)\\b")),
              Map.entry(
                  Clue.PLACE,
                  cased(
                      "\\b(?:in|at|from|near|to|of|into|outside|across|north|south|east|west)"
                          + " (?:the )?(\\p{Lu}[\\w'’-]+)")),
              Map.entry(Clue.QUOTATION, cased("[\"“”]")),
              Map.entry(
                  Clue.PURPOSE, anyCase("\\b(?:in order to|to \\w+|for \\w+ing|by \\w+ing)\\b")),
              Map.entry(
                  Clue.CALLED,
                  anyCase(
                      "\\b(?:called|named|known as|termed|referred to"
                          + " as|nicknamed|titled|entitled|dubbed)\\b")),
              Map.entry(Clue.BY, cased("\\bby (?:the )?\\p{Lu}\\w+"))));

  /** Clues whose being there is what counts, whatever the question's words are. */
  private static final Set<Clue> WHATEVER_IS_ASKED =
      EnumSet.of(
          Clue.MONEY,
          Clue.PERCENT,
          Clue.BECAUSE,
          Clue.QUOTATION,
          Clue.PURPOSE,
          Clue.CALLED,
          Clue.BY);

  private final EnumMap<Clue, List<Found>> found = new EnumMap<>(Clue.class);

  /**
   * Words that are a clue.
   *
   * @param words in lower case
   * @param bare the same without a possessive 's
   * @param span in the sentence
   */
  private record Found(String words, String bare, Span span) {
    boolean isNewTo(Set<String> question) {
      return !question.contains(words) && !question.contains(bare);
    }
  }

  /** The clues in the text of a sentence. */
  public Clues(String sentence) {
    PATTERNS.forEach((clue, pattern) -> {
      int group = clue == Clue.PLACE ? 1 : 0;
      pattern.matcher(sentence).results().forEach(m -> add(clue, m, group));
    });
    addNames(sentence);
  }

  private void addNames(String sentence) {
    Matcher words = WORD.matcher(sentence);
    boolean first = true;
    boolean afterCapital = false;
    int end = -1;
    while (words.find()) {
      boolean capital = Character.isUpperCase(sentence.codePointAt(words.start()));
      if (capital && !StopWords.contains(words.group())) {
        if (!first) {
          add(Clue.NAME, words.toMatchResult(), 0);
        }
        if (afterCapital && words.start() == end + 1 && sentence.charAt(end) == ' ') {
          add(Clue.FULL_NAME, words.toMatchResult(), 0);
        }
      }
      afterCapital = capital;
      end = words.end();
      first = false;
    }
  }

  private void add(Clue clue, MatchResult match, int group) {
    String words = match.group(group).toLowerCase(Locale.ROOT);
    found
        .computeIfAbsent(clue, c -> new ArrayList<>())
        .add(
            new Found(
                words,
                StopWords.withoutPossessive(words),
                new Span(match.start(group), match.end(group))));
  }

  /**
   * The words of a text as clues are compared with a question: lower case, each also without its
   * possessive 's.
   */
  public static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .<String>mapMulti((word, add) -> {
          add.accept(word);
          add.accept(StopWords.withoutPossessive(word));
        })
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether the sentence has such a clue that is not among the question's own words, as {@link
   * #words} gives them.
   */
  public boolean has(Clue clue, Set<String> question) {
    List<Found> candidates = found.getOrDefault(clue, List.of());
    return WHATEVER_IS_ASKED.contains(clue)
        ? !candidates.isEmpty()
        : candidates.stream().anyMatch(f -> f.isNewTo(question));
  }

  /**
   * Where such clues stand in the sentence that are not among the question's own words, in reading
   * order.
   */
  public List<Span> spans(Clue clue, Set<String> question) {
    return found.getOrDefault(clue, List.of()).stream()
        .filter(f -> f.isNewTo(question))
        .map(Found::span)
        .toList();
  }

  private static Pattern cased(String regex) {
    return Pattern.compile(regex);
  }

  private static Pattern anyCase(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
