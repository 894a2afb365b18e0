package io.verbatim.bot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reader sent, without the messenger that it came through. */
public sealed interface Request {
  /** Who sent it. */
  Reader reader();

  /** The same request of a reader of whom more is remembered. */
  Request by(Reader reader);

  /** The language to reply in. */
  default Locale locale() {
    return reader().locale();
  }

  /**
   * A message.
   *
   * @param text a command with its argument ({@code /summary 3}), without any name of the bot, or
   *     else a question
   * @param reader who sent it
   * @param attached other words that came with it, if any did
   */
  record Message(String text, Reader reader, Optional<Attached> attached) implements Request {
    /** A message of a reader of whom nothing is known but the language. */
    public Message(String text, Locale app) {
      this(text, Reader.of(app), Optional.empty());
    }

    @Override
    public Message by(Reader other) {
      return new Message(text, other, attached);
    }
  }

  /**
   * Words that a message refers to.
   *
   * @param text any characters, any length; forged words are possible
   * @param kind how it refers to them
   * @param passages that a message of the bot quotes, or those that the selected words touch; may
   *     be forged, too
   */
  record Attached(String text, Kind kind, List<Passage> passages) {
    /** Copies the list. */
    public Attached {
      passages = List.copyOf(passages);
    }

    /** Words in which nothing is quoted. */
    public Attached(String text, Kind kind) {
      this(text, kind, List.of());
    }

    /**
     * A passage that a message of the bot quotes.
     *
     * @param words its marked words, or all of it where none are marked
     * @param under the line under it, which says where it stands
     */
    public record Passage(String words, String under) {}

    /** How a message refers to other words. */
    public enum Kind {
      /** It replies to a part of a message of the bot, which the reader selected. */
      SELECTED,
      /** It replies to a message of the bot. */
      ANSWER,
      /** It replies to somebody else's message. */
      OTHER,
      /** It is itself somebody else's message, passed on. */
      FORWARDED
    }
  }

  /**
   * A press on a button of an earlier reply. The reply to it takes the place of that earlier one.
   *
   * @param data of the button, which may be forged
   * @param reader who pressed
   */
  record Press(String data, Reader reader) implements Request {
    /** A press of a reader of whom nothing is known but the language. */
    public Press(String data, Locale app) {
      this(data, Reader.of(app));
    }

    @Override
    public Press by(Reader other) {
      return new Press(data, other);
    }
  }

  /** Something that is no text: a photo, a sticker, a voice message, a poll, a place. */
  record Wordless(Reader reader) implements Request {
    @Override
    public Wordless by(Reader other) {
      return new Wordless(other);
    }
  }

  /** The bot was added to a group. */
  record Welcomed(Reader reader) implements Request {
    @Override
    public Welcomed by(Reader other) {
      return new Welcomed(other);
    }
  }
}
