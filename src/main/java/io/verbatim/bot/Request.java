package io.verbatim.bot;

import java.util.Locale;

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
   */
  record Message(String text, Locale locale) implements Request {}

  /**
   * A press on a button of an earlier reply. The reply to it takes the place of that earlier one.
   *
   * @param data of the button, which may be forged
   * @param locale the reader's language
   */
  record Press(String data, Locale locale) implements Request {}
}
