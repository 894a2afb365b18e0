package io.verbatim.bot;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reader wants who presses a button; {@link Wishes} writes it into the button. */
sealed interface Wish {
  /**
   * To see a paragraph.
   *
   * @param paragraph its number; the article has it
   * @param from the sentence that was quoted where the walk began, in the same article
   */
  record Paragraph(Article article, int paragraph, Optional<Address> from) implements Wish {}

  /** To see passages that were found for a question: the answer and more, best first. */
  record More(List<Address> sentences) implements Wish {}

  /** To see the passages nearest to a question that none of them answers, best first. */
  record Nearest(List<Address> sentences) implements Wish {}

  /** To say whether an answer from this article was good. */
  record Vote(Article article, boolean good) implements Wish {}

  /**
   * To know what there is to an article.
   *
   * @param first of the sections that are listed, from 0
   */
  record Contents(Article article, int first) implements Wish {}

  /**
   * To have an article summed up.
   *
   * @param length as it would be typed
   */
  record InShort(Article article, String length) implements Wish {}

  /** To have what an article says to the question that was asked last. */
  record OnQuestion(Article article) implements Wish {}

  /**
   * To have a suggested question answered.
   *
   * @param mark that tells the questions of the article apart
   */
  record Suggested(Article article, String mark) implements Wish {}

  /** To read the bot in a language. */
  record Language(Locale language) implements Wish {}
}
