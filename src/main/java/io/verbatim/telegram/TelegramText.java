package io.verbatim.telegram;

import io.verbatim.bot.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * The content of one Telegram message.
 *
 * @param text 1 to {@link #LONGEST} UTF-16 units
 * @param entities what is bold or quoted in it, in UTF-16 units: at most {@link #MOST_ENTITIES},
 *     not empty, within the text, sorted, each pair apart or nested, none through a surrogate pair
 * @param buttons rows under the text, possibly none
 */
record TelegramText(String text, List<MessageEntity> entities, List<List<Reply.Button>> buttons) {
  /** Most UTF-16 units of a text (Bot API, sendMessage). */
  static final int LONGEST = 4096;

  /** Most entities that Telegram keeps. */
  static final int MOST_ENTITIES = 100;

  private static final Comparator<MessageEntity> OUTER_FIRST =
      Comparator.comparing(MessageEntity::getOffset)
          .thenComparing(MessageEntity::getLength, Comparator.reverseOrder());

  /**
   * @throws IllegalArgumentException if Telegram would refuse or change it
   */
  TelegramText {
    entities = entities.stream().sorted(OUTER_FIRST).toList();
    buttons = List.copyOf(buttons);
    if (text.isBlank() || text.length() > LONGEST || entities.size() > MOST_ENTITIES) {
      throw new IllegalArgumentException(
          "a text of " + text.length() + " units with " + entities.size() + " entities");
    }
    var open = new ArrayList<Integer>();
    for (MessageEntity entity : entities) {
      int start = entity.getOffset();
      int end = start + entity.getLength();
      open.removeIf(outer -> outer <= start);
      if (entity.getLength() < 1
          || end > text.length()
          || splitsPair(text, start)
          || splitsPair(text, end)
          || (!open.isEmpty() && open.getLast() < end)) {
        throw new IllegalArgumentException(
            entity.getType() + " at " + start + " to " + end + " of " + text.length());
      }
      open.add(end);
    }
  }

  /** Whether a cut there would part the halves of one character. */
  static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }
}
