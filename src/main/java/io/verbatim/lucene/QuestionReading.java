package io.verbatim.lucene;

import io.verbatim.embedding.Encoding;
import io.verbatim.lucene.EnglishText.Term;
import io.verbatim.ranking.Clues;
import io.verbatim.ranking.QuestionType;
import io.verbatim.ranking.StopWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question as the ranking reads it.
 *
 * @param text as asked
 * @param terms in order, with repetitions
 * @param words as clues are compared with them
 * @param type what it asks for
 * @param dense what the encoders read; empty without them
 */
record QuestionReading(
    String text,
    List<QuestionTerm> terms,
    Set<String> words,
    QuestionType type,
    Optional<Dense> dense) {
  /** A question of 4,096 characters has at most 2,048 words; what follows these adds nothing. */
  private static final int MOST_TERMS = 256;

  /** Characters that the encoders read; questions end long before. */
  private static final int MOST_CHARACTERS = 1000;

  /**
   * A term of the question.
   *
   * @param text the term
   * @param content whether it says what the question is about
   * @param name whether it is a name or a number by its looks
   */
  record QuestionTerm(String text, boolean content, boolean name) {}

  /** What the two encoders read. */
  record Dense(DenseQuestion miniLm, DenseQuestion bge) {}

  /**
   * What one encoder read.
   *
   * @param vector of the question
   * @param tokens in reading order
   */
  record DenseQuestion(Quantized vector, List<Token> tokens) {}

  /**
   * A token of the question.
   *
   * @param vector in its context
   * @param piece its id in the encoders' vocabulary, which both share
   * @param content whether its word says what the question is about
   */
  record Token(Quantized vector, int piece, boolean content) {}

  /** Reads a question without encoders. */
  static QuestionReading of(String question, EnglishText english) {
    List<Term> terms = english.terms(question);
    var read = new ArrayList<QuestionTerm>();
    for (int i = 0; i < Math.min(terms.size(), MOST_TERMS); i++) {
      Term term = terms.get(i);
      String word = question.substring(term.start(), term.end());
      boolean content = !StopWords.contains(word);
      boolean capital = i > 0 && Character.isUpperCase(word.codePointAt(0));
      boolean digits = word.chars().anyMatch(Character::isDigit);
      read.add(new QuestionTerm(term.text(), content, (capital && content) || digits));
    }
    return new QuestionReading(
        question,
        List.copyOf(read),
        Clues.words(question),
        QuestionType.of(question),
        Optional.empty());
  }

  /** The same with what the encoders read in it. */
  QuestionReading with(DenseQuestion miniLm, DenseQuestion bge) {
    return new QuestionReading(text, terms, words, type, Optional.of(new Dense(miniLm, bge)));
  }

  /**
   * Whether it has a little word that English alone has, as nearly all that is asked in English
   * has; not "Was Obama in Russia?".
   */
  boolean asksInEnglish() {
    return words.stream().anyMatch(StopWords::isEnglish);
  }

  /**
   * Number of words that say what the question is about: tokens of the encoders where they read it,
   * else terms.
   */
  long content() {
    return dense
        .map(d -> d.miniLm().tokens().stream().filter(Token::content).count())
        .orElseGet(() -> terms.stream().filter(QuestionTerm::content).count());
  }

  /** The part of a question that the encoders read. */
  static String head(String question) {
    return question.length() <= MOST_CHARACTERS
        ? question
        : question.substring(
            0, question.offsetByCodePoints(0, question.codePointCount(0, MOST_CHARACTERS)));
  }

  static DenseQuestion dense(String question, Encoding encoding) {
    var tokens = new ArrayList<Token>();
    for (int i = 0; i < encoding.size(); i++) {
      int start = encoding.start(i);
      int end = encoding.end(i);
      boolean content =
          start < end
              && Character.isLetterOrDigit(question.codePointAt(start))
              && !StopWords.contains(wordAround(question, start, end));
      tokens.add(new Token(Quantized.of(encoding.token(i)), encoding.id(i), content));
    }
    return new DenseQuestion(Quantized.of(encoding.vector()), List.copyOf(tokens));
  }

  private static String wordAround(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }
}
