package io.verbatim.journal;

import java.util.Optional;

/**
 * What is kept of somebody in a place.
 *
 * @param question last asked there
 * @param language chosen there, as a tag
 * @param bookmark where the reading stopped
 */
public record Remembrance(
    Optional<String> question, Optional<String> language, Optional<Bookmark> bookmark) {
  /** Nothing is kept. */
  public static final Remembrance NONE =
      new Remembrance(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * A place in an article.
   *
   * @param article its name
   * @param paragraph number of the paragraph
   * @param start first unit in the paragraph
   * @param end one past the last
   */
  public record Bookmark(String article, int paragraph, int start, int end) {}
}
