package io.verbatim.telegram;

import java.util.List;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** The entities of what comes in. */
final class Entities {
  private Entities() {}

  /**
   * Those that have a type and lie in the text.
   *
   * @param text of the message, or its caption
   */
  static List<MessageEntity> of(Message message, String text) {
    List<MessageEntity> entities;
    try {
      entities = message.getText() == null ? message.getCaptionEntities() : message.getEntities();
    } catch (RuntimeException e) {
      // The getter cuts out the words of each entity and fails for those that do not fit or have
      // no range (telegrambots-meta 10.2.0); a question with such entities is still a question.
      return List.of();
    }
    return entities == null
        ? List.of()
        : entities.stream().filter(entity -> fits(entity, text)).toList();
  }

  private static boolean fits(MessageEntity entity, String text) {
    Integer start = entity.getOffset();
    Integer length = entity.getLength();
    return entity.getType() != null
        && start != null
        && length != null
        && start >= 0
        && length > 0
        && start <= text.length() - length;
  }
}
