package io.verbatim.bot;

import io.verbatim.answer.Exchange;
import io.verbatim.article.Quote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the reader sees.
 *
 * @param blocks top to bottom, a blank line between two
 * @param buttons rows of buttons under the last block, possibly none
 * @param exchange what the next question of the chat may lean on; empty if this was no answer, and
 *     what was kept before still holds
 */
public record Reply(List<Block> blocks, List<List<Button>> buttons, Optional<Exchange> exchange) {
  /** Copies the lists. */
  public Reply {
    blocks = List.copyOf(blocks);
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  /** A reply that is no answer to a question. */
  public Reply(List<Block> blocks, List<List<Button>> buttons) {
    this(blocks, buttons, Optional.empty());
  }

  /** A reply without buttons. */
  public static Reply of(List<Block> blocks) {
    return new Reply(blocks, List.of());
  }

  /** A reply of the bot's own words. */
  public static Reply say(String text) {
    return of(List.of(new Say(text)));
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
   */
  public record Quotation(Quote quote, boolean folded, String source) implements Block {}

  /**
   * Something to press.
   *
   * @param label what it shows
   * @param data what comes back in {@link Request.Press}, 1 to 64 bytes of UTF-8 (Bot API,
   *     InlineKeyboardButton)
   */
  public record Button(String label, String data) {
    /**
     * @throws IllegalArgumentException if the data is not 1 to 64 bytes long
     */
    public Button {
      int bytes = data.getBytes(StandardCharsets.UTF_8).length;
      if (bytes < 1 || bytes > 64) {
        throw new IllegalArgumentException("button data of " + bytes + " bytes");
      }
    }
  }
}
