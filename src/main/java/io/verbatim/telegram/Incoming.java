package io.verbatim.telegram;

import io.verbatim.bot.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What an update means to the bot. */
sealed interface Incoming {
  /** The chat it is about. */
  long chat();

  /** Something that wants a reply. */
  sealed interface Wanted extends Incoming {
    /** Of the forum that it is in, if any. */
    OptionalInt topic();

    /** Who wants it; the chat itself where people write in its name. */
    long by();

    /** Who may press the buttons of the reply. */
    Seal.Owner owner();

    /** What is wanted. */
    Request request();

    /**
     * Where the exchange may stand that it leans on. In a group that is the reader's own, so that
     * others who ask in between change nothing; who has none yet joins in with what was last
     * answered there.
     */
    default List<Place> places() {
      return Stream.of(by(), chat()).map(by -> new Place(chat(), topic(), by)).distinct().toList();
    }
  }

  /**
   * Where a reader talks with the bot.
   *
   * @param chat the chat
   * @param topic of its forum, if any
   * @param by the reader; the chat itself stands for whoever was last answered in it
   */
  record Place(long chat, OptionalInt topic, long by) {
    /** A reader's private chat, whose id is that of the reader (Bot API, Chat). */
    static Place privately(long reader) {
      return new Place(reader, OptionalInt.empty(), reader);
    }

    /** The chat with all its topics. */
    Place everywhere() {
      return new Place(chat, OptionalInt.empty(), by);
    }
  }

  /**
   * A message to the bot.
   *
   * @param message its id
   * @param edited whether its words are new, and an earlier reply to it may stand there
   * @param request what it says
   */
  record Asked(long chat, int message, OptionalInt topic, long by, boolean edited, Request request)
      implements Wanted {
    @Override
    public Seal.Owner owner() {
      return Seal.Owner.of(by);
    }
  }

  /**
   * A press on a button.
   *
   * @param message id of the message that has the button
   * @param by who pressed
   * @param owner whom the button was made for
   * @param query id of the press, which waits for an answer
   * @param answered the question that the message replies to, where Telegram tells it
   * @param request what the button says
   */
  record Pressed(
      long chat,
      int message,
      OptionalInt topic,
      long by,
      Seal.Owner owner,
      String query,
      Optional<String> answered,
      Request.Press request)
      implements Wanted {}

  /**
   * The bot is new in a group.
   *
   * @param by who added it
   */
  record Added(long chat, long by, Request.Welcomed request) implements Wanted {
    @Override
    public OptionalInt topic() {
      return OptionalInt.empty();
    }

    @Override
    public Seal.Owner owner() {
      return Seal.Owner.ANYONE;
    }
  }

  /**
   * A press that leads nowhere, but waits for an answer.
   *
   * @param query id of the press
   * @param notice what to say, a key of {@link io.verbatim.bot.Wording}
   * @param place where the reader is; the private chat if the button's is not known
   * @param app language of the reader's app
   */
  record Idle(String query, String notice, Place place, Locale app) implements Incoming {
    @Override
    public long chat() {
      return place.chat();
    }
  }

  /** The bot was removed from a group, or blocked by a reader: nothing is to be remembered. */
  record Gone(long chat) implements Incoming {}

  /**
   * A group became a supergroup.
   *
   * @param chat its old id
   * @param to its new id, under which all goes on
   */
  record Moved(long chat, long to) implements Incoming {}
}
