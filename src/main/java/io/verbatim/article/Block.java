package io.verbatim.article;

/** A stretch of a file as its layout shows it, before it is known what it is to the article. */
sealed interface Block {
  /** The author's words, without white space around them. */
  String text();

  /**
   * A line that names what follows.
   *
   * @param level 1 for a heading that may be the title of the whole, more for those below it
   */
  record Heading(int level, String text) implements Block {}

  /** A paragraph, a list, a table, code. */
  record Text(String text) implements Block {}
}
