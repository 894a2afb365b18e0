package io.verbatim.bot;

import io.verbatim.answer.Exchange;
import io.verbatim.article.Address;
import java.util.Locale;
import java.util.Optional;

/** Something to keep once a reply has reached its reader, and not before. */
public sealed interface Note {
  /** How a question ended. */
  enum Outcome {
    /** Passages answer it. */
    QUOTED,
    /** Passages are near it. */
    RELATED,
    /** The article does not say. */
    NOT_COVERED
  }

  /** The next question of the place may lean on this. */
  record Exchanged(Exchange exchange) implements Note {}

  /** The reader chose a language of the interface. */
  record Speaks(Locale language) implements Note {}

  /** The reader has read up to this paragraph. */
  record Read(Address paragraph) implements Note {}

  /** Everything that is remembered of the reader, here and elsewhere, is to go. */
  record Forgotten() implements Note {}

  /**
   * A question was answered: counted for the operator, without its words.
   *
   * @param outcome how
   * @param article of the first passage shown, if any was
   * @param section of that passage, if it has one
   */
  record Asked(Outcome outcome, Optional<String> article, Optional<String> section)
      implements Note {}

  /**
   * The reader judged an answer.
   *
   * @param article that was quoted
   * @param good 👍, else 👎
   */
  record Voted(String article, boolean good) implements Note {}
}
