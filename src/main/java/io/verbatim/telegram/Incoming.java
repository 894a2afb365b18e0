package io.verbatim.telegram;

import io.verbatim.bot.Request;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

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
   * @param asker who wrote it; the chat itself where people write in its name
   * @param request what it says
   */
  record Asked(long chat, int message, OptionalInt topic, long asker, Request.Message request)
      implements Incoming {
    /**
     * Where the exchange may stand that it leans on. In a group that is the asker's own, so that
     * others who ask in between change nothing; who has none yet joins in with what was last
     * answered there.
     */
    List<Place> places() {
      return Stream.of(asker, chat).map(by -> new Place(chat, topic, by)).distinct().toList();
    }
  }

  /**
   * Where a reader talks with the bot.
   *
   * @param chat the chat
   * @param topic of its forum, if any
   * @param by the reader; the chat itself stands for whoever was last answered in it
   */
  record Place(long chat, OptionalInt topic, long by) {}

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
