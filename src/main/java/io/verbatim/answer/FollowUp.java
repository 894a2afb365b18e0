package io.verbatim.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to search for a question that may lean on the exchange before it: "Why?", "And what did he
 * say about it?". {@code docs/adr/0008-follow-ups.md} has what else was tried.
 */
final class FollowUp {
  private static final Set<String> QUESTION_WORDS =
      Set.of("who", "whom", "whose", "what", "which", "when", "where", "why", "how");
  private static final Set<String> OPENERS = Set.of("and", "but", "or", "so", "also");

  private static final Set<String> PERSONS =
      Set.of("he", "him", "his", "she", "her", "hers", "they", "them", "their", "theirs");
  private static final Set<String> THINGS = Set.of("it", "its", "this", "these", "those");

  /** What points back only at the end; elsewhere "that" and "so" join clauses. */
  private static final Set<String> ENDINGS =
      Set.of("that", "then", "there", "so", "too", "else", "instead");

  /** Most words taken from the exchange before, so that a chain of follow-ups does not grow. */
  private static final int MOST_WORDS = 20;

  private static final Exchange NOTHING = new Exchange("");

  private final String words;
  private final Phrase asked;
  private final Phrase before;

  private FollowUp(String words, Exchange previous) {
    this.words = words;
    this.asked = Phrase.of(words);
    this.before = Phrase.of(previous.question());
  }

  /**
   * The words to search, of which those with the surer find answer.
   *
   * <ul>
   *   <li>Nothing of its own ("Why?", "To whom?", "When was that?"): with the question before.
   *   <li>A pronoun, an "and" in front, or a single word of its own ("And Trump?", "When was he
   *       president?"): as asked, and with the question before, since either may be meant.
   *   <li>All else: as asked.
   * </ul>
   *
   * @param asked any characters, any length
   * @param previous what was asked and answered before, if anything was
   * @return one text or two; the one asked is first if it is among them
   */
  static List<String> searches(String asked, Optional<Exchange> previous) {
    return previous
        .map(exchange -> new FollowUp(asked, exchange).searches())
        .orElse(List.of(asked));
  }

  /** Whether more is searched than the words themselves if something was asked before. */
  static boolean mayLean(String asked) {
    return leansWholly(asked) || new FollowUp(asked, NOTHING).mayPointBack();
  }

  /** Whether its own words are not searched at all if something was asked before. */
  static boolean leansWholly(String asked) {
    return new FollowUp(asked, NOTHING).hasNothingOfItsOwn();
  }

  private List<String> searches() {
    if (hasNothingOfItsOwn()) {
      boolean bare = asked.hasAny(QUESTION_WORDS) && !pointsBack();
      return List.of(bare ? inPlaceOfQuestionWord() : besideQuestionBefore());
    }
    return mayPointBack()
        ? Stream.of(words, besideQuestionBefore()).distinct().toList()
        : List.of(words);
  }

  private boolean hasNothingOfItsOwn() {
    return asked.content().isEmpty() && (opens() || asks());
  }

  private boolean mayPointBack() {
    return opens() || pointsBack() || (asked.content().size() == 1 && asks());
  }

  /** Whether it is a question by its looks; "thanks" and "good morning" lean on nothing. */
  private boolean asks() {
    return asked.size() > 0 && (asked.text().endsWith("?") || asked.hasAny(QUESTION_WORDS));
  }

  private boolean opens() {
    boolean about = asked.word(1).equals("about") && Set.of("what", "how").contains(asked.word(0));
    return about || (asked.size() > 1 && OPENERS.contains(asked.word(0)));
  }

  private boolean pointsBack() {
    int last = asked.size() - 1;
    return asked.hasAny(PERSONS)
        || asked.hasAny(THINGS)
        || ENDINGS.contains(asked.word(last))
        || asked.word(last - 1).equals("that"); // "that year"
  }

  /** "Why" and "When did he leave?" make "Why did he leave". */
  private String inPlaceOfQuestionWord() {
    int first = 0;
    if (QUESTION_WORDS.contains(before.word(0))) {
      boolean measure = before.word(0).equals("how") && isMeasure(1);
      first = measure ? 2 : 1;
    }
    return leaning(" ", before.part(first, MOST_WORDS));
  }

  /** Whether a word after "how" belongs to it: "how many", "how old", but not "how did". */
  private boolean isMeasure(int place) {
    return Set.of("many", "much").contains(before.word(place))
        || (place < before.size() && before.words().get(place).isContent());
  }

  /** "How old is he" and "Who swam to the house?" make "How old is he, swam to the house". */
  private String besideQuestionBefore() {
    int first = before.content().stream().findFirst().orElse(before.size());
    return leaning(", ", before.part(first, MOST_WORDS));
  }

  /** What is asked, without an "and" before it or a mark after it, and what it leans on. */
  private String leaning(String between, String more) {
    String core = asked.part(OPENERS.contains(asked.word(0)) ? 1 : 0, Integer.MAX_VALUE);
    return more.isEmpty() ? words : core.isEmpty() ? more : core + between + more;
  }
}
