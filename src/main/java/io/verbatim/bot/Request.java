package io.verbatim.bot;

import io.verbatim.answer.Exchange;
import java.util.Locale;
import java.util.Optional;

/** What a reader sent, without the messenger that it came through. */
public sealed interface Request {
  /** The reader's language. */
  Locale locale();

  /**
   * A message.
   *
   * @param text a command with its argument ({@code /summary 3}), without any name of the bot, or
   *     else a question
   * @param locale the reader's language
   * @param previous what was last asked and answered in the same chat, if anything was
   */
  record Message(String text, Locale locale, Optional<Exchange> previous) implements Request {
    /** A message that nothing came before. */
    public Message(String text, Locale locale) {
      this(text, locale, Optional.empty());
    }

    /** The same message after an exchange. */
    public Message after(Optional<Exchange> exchange) {
      return new Message(text, locale, exchange);
    }
  }

  /**
   * A press on a button of an earlier reply. The reply to it takes the place of that earlier one.
   *
   * @param data of the button, which may be forged
   * @param locale the reader's language
   */
  record Press(String data, Locale locale) implements Request {}
}
