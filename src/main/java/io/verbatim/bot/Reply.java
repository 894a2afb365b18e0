package io.verbatim.bot;

import io.verbatim.article.Collation;
import io.verbatim.article.Quote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the reader sees.
 *
 * @param blocks top to bottom, a blank line between two
 * @param buttons rows of buttons under the last block, possibly none
 * @param notes what to keep once the reader has the reply
 * @param notice shown for a moment to whoever pressed a button; a reply to a press that has a
 *     notice and no blocks leaves the message of the button as it is
 */
public record Reply(
    List<Block> blocks, List<List<Button>> buttons, List<Note> notes, Optional<String> notice) {
  /** Copies the lists. */
  public Reply {
    blocks = List.copyOf(blocks);
    buttons = buttons.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }

  /** A reply that is no answer to a question. */
  public Reply(List<Block> blocks, List<List<Button>> buttons) {
    this(blocks, buttons, List.of(), Optional.empty());
  }

  /** A reply without buttons. */
  public static Reply of(List<Block> blocks) {
    return new Reply(blocks, List.of());
  }

  /** A reply of the bot's own words. */
  public static Reply say(String text) {
    return of(List.of(new Say(text)));
  }

  /** A word to whoever pressed a button, at most 200 characters; nothing else changes. */
  public static Reply notice(String text) {
    return new Reply(List.of(), List.of(), List.of(), Optional.of(text));
  }

  /** The same reply with a block above it. */
  public Reply below(Block first) {
    return new Reply(
        Stream.concat(Stream.of(first), blocks.stream()).toList(), buttons, notes, notice);
  }

  /** The same reply with more to keep. */
  public Reply noting(List<Note> more) {
    return new Reply(
        blocks, buttons, Stream.concat(notes.stream(), more.stream()).toList(), notice);
  }

  /** A unit of a reply that is kept in one message where it fits. */
  public sealed interface Block {}

  /** A line in bold. */
  public record Heading(String text) implements Block {}

  /** Words of the bot, possibly several lines. */
  public record Say(String text) implements Block {}

  /**
   * Words of the article.
   *
   * @param quote what is quoted; its answer is set in bold
   * @param folded whether a long quote may be shown folded
   * @param source the line under it that says where it stands
   * @param link deep link payload that leads to it, as {@link Button.Open} has; empty for none
   */
  public record Quotation(Quote quote, boolean folded, String source, Optional<String> link)
      implements Block {
    /** A quotation whose source leads nowhere. */
    public Quotation(Quote quote, boolean folded, String source) {
      this(quote, folded, source, Optional.empty());
    }
  }

  /**
   * Words of the article beside the reader's own: what the article alone has stands out, what the
   * reader alone has is struck through.
   *
   * @param collation both, part by part, such that it {@link #fits}
   * @param source the line under it that says where it stands
   */
  public record Comparison(Collation collation, String source) implements Block {
    private static final int LONGEST = 2500;
    private static final int MOST_DIFFERENCES = 60;

    /**
     * @throws IllegalArgumentException if it is too much for one message
     */
    public Comparison {
      if (!fits(collation)) {
        throw new IllegalArgumentException("a comparison that fits in no message");
      }
    }

    /** Whether both fit in one message (Bot API: 4,096 units, 100 entities), with a source. */
    public static boolean fits(Collation collation) {
      int length = collation.parts().stream().mapToInt(part -> part.text().length()).sum();
      long marks =
          collation.parts().stream().filter(part -> part.whose() != Collation.Whose.BOTH).count();
      return length <= LONGEST && marks <= MOST_DIFFERENCES;
    }
  }

  /** Something to press. */
  public sealed interface Button {
    /** What it shows. */
    String label();

    /**
     * Sends data back to the bot.
     *
     * @param data what comes back in {@link Request.Press}, 1 to {@link #MOST_BYTES} bytes of UTF-8
     */
    record Press(String label, String data) implements Button {
      /** Most bytes of data: of Telegram's 64, the rim keeps 20 to know its own buttons by. */
      public static final int MOST_BYTES = 44;

      /**
       * Data that begins so may come from anyone who reads along; all else only from the reader
       * whom the reply was for.
       */
      public static final String FOR_ALL = "v:";

      /**
       * @throws IllegalArgumentException if the data is too long or empty
       */
      public Press {
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > MOST_BYTES) {
          throw new IllegalArgumentException("button data of " + bytes + " bytes");
        }
      }
    }

    /**
     * Puts words on the reader's clipboard.
     *
     * @param text 1 to 256 UTF-16 units (Bot API, CopyTextButton)
     */
    record Copy(String label, String text) implements Button {
      /** Most UTF-16 units that can be copied. */
      public static final int LONGEST = 256;

      /**
       * @throws IllegalArgumentException if the text is too long or empty
       */
      public Copy {
        if (text.isEmpty() || text.length() > LONGEST) {
          throw new IllegalArgumentException("text to copy of " + text.length() + " units");
        }
      }
    }

    /**
     * Opens the private chat with the bot, which then gets {@code /start payload}.
     *
     * @param payload 1 to 64 of A-Z, a-z, 0-9, _ and - (Bot API, deep linking)
     */
    record Open(String label, String payload) implements Button {
      /**
       * @throws IllegalArgumentException if Telegram would not take the payload
       */
      public Open {
        if (!payload.matches("[A-Za-z0-9_-]{1,64}")) {
          throw new IllegalArgumentException("deep link payload '" + payload + "'");
        }
      }
    }
  }
}
