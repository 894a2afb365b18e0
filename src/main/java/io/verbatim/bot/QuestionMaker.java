package io.verbatim.bot;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes questions from English sentences by their form: what stands there is turned round, nothing
 * is understood, and what fits no form gives no question.
 */
final class QuestionMaker {
  /** Sentences that are looked at; those of the beginning matter most. */
  private static final int MOST_SENTENCES = 300;

  private static final String WORD = "\\p{Lu}[\\p{L}’'-]+";
  private static final String NAME = "(" + WORD + "(?: " + WORD + "){1,3})";
  private static final Pattern NAMED = Pattern.compile(NAME);
  private static final String THING = "((?:[Tt]he|[Aa]n?) [\\p{L} -]{2,40}?)";

  /** What a question asks for. */
  enum Kind {
    /** Who somebody is. */
    WHO_IS(NAME + "(?:,? who |, (?:the|an?) (?!\\p{Lu}))", "Who is %s?"),
    /** What somebody says. */
    SAYS(
        "^" + NAME + "(?:,? who [^,.]{3,60}?)? (?:says|argues|believes|warns) (?:that )?",
        "What does %s say?"),
    /** What somebody said. */
    SAID("^" + NAME + " (?:said|told|argued|warned|announced|claimed) ", "What did %s say?"),
    /** Who did it. */
    DONE_BY("\\b" + THING + " (?:was|were|is|are) (\\p{Ll}+ed) by ", "Who %2$s %1$s?"),
    /** What there was at a time. */
    HAPPENED(
        "(?:^|, | )[Ii]n ((?:\\p{Lu}\\p{Ll}+ )?(?:1[5-9]|20)\\d\\d)\\b", "What happened in %s?"),
    /** What is said of somebody who is only named. */
    ABOUT(
        "(?<!^)\\b" + NAME + ",? (?:has|had|is|was|have|will|would|can)\\b",
        "What does the article say about %s?");

    private final Pattern form;
    private final String question;

    Kind(String form, String question) {
      this.form = Pattern.compile(form);
      this.question = question;
    }
  }

  /**
   * A question with the sentence that it was made from.
   *
   * @param kind what it asks for
   * @param question its words
   * @param sentence where the sentence stands
   */
  record Made(Kind kind, String question, Address sentence) {}

  private QuestionMaker() {}

  /** The first name of several words in a text. */
  static Optional<String> name(String text) {
    return NAMED.matcher(text).results().findFirst().map(MatchResult::group);
  }

  /** The questions of an article, kind by kind, each kind in reading order; the same always. */
  static List<Made> from(Article article) {
    var made = new ArrayList<Made>();
    for (Kind kind : Kind.values()) {
      int seen = 0;
      for (Paragraph paragraph : article.paragraphs()) {
        for (Span sentence : paragraph.sentences()) {
          if (seen++ < MOST_SENTENCES) {
            add(kind, article, paragraph, sentence, made);
          }
        }
      }
    }
    return made;
  }

  private static void add(
      Kind kind, Article article, Paragraph paragraph, Span sentence, List<Made> made) {
    String text = paragraph.cut(sentence);
    Matcher found = kind.form.matcher(text);
    if (!isEnglish(text) || !found.find()) {
      return;
    }
    Object[] gaps = new Object[found.groupCount()];
    for (int i = 0; i < gaps.length; i++) {
      String words = String.valueOf(found.group(i + 1));
      gaps[i] =
          words.replaceFirst(
              "^(?:The|An?) ", words.split(" ", 2)[0].toLowerCase(Locale.ROOT) + " ");
    }
    var address = new Address(article.name(), paragraph.number(), sentence);
    made.add(new Made(kind, String.format(Locale.ROOT, kind.question, gaps), address));
  }

  /** The forms are those of English, and would make nonsense of other languages. */
  private static boolean isEnglish(String text) {
    return Pattern.compile("\\b(?:the|of|and|to|that|in)\\b").matcher(text).find();
  }
}
