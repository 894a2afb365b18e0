package io.verbatim.bot;

import java.time.Duration;

/** How long people take to read. */
final class ReadingTime {
  /**
   * Silent reading of English by adults: 238 words for non-fiction (Brysbaert 2019), and a pause.
   */
  private static final int WORDS_A_MINUTE = 220;

  private ReadingTime() {}

  /** The time that so many words take. */
  static Duration ofWords(int words) {
    return Duration.ofSeconds(Math.round(60.0 * words / WORDS_A_MINUTE));
  }
}
