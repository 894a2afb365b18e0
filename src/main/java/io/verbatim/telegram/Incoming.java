package io.verbatim.telegram;

import io.verbatim.bot.Request;
import java.util.OptionalInt;

/** What a reader wants of the bot, and where the reply belongs. */
sealed interface Incoming {
  /** The chat it came from. */
  long chat();

  /** What is wanted. */
  Request request();

  /**
   * A message to the bot.
   *
   * @param chat where it was written
   * @param message its id
   * @param topic of the forum that it was written in, if any
   * @param request what it says
   */
  record Asked(long chat, int message, OptionalInt topic, Request.Message request)
      implements Incoming {}

  /**
   * A press on a button.
   *
   * @param chat where the button is
   * @param message id of the message that has the button
   * @param topic of the forum that it is in, if any
   * @param query id of the press, which waits for an answer
   * @param request what the button says
   */
  record Pressed(long chat, int message, OptionalInt topic, String query, Request.Press request)
      implements Incoming {}
}
