package io.verbatim.telegram;

import io.verbatim.bot.Command;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.EntityType;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Tells whether the words of a message are meant for the bot. */
final class Addressing {
  private static final Pattern COMMAND =
      Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,32}))?(?![A-Za-z0-9_@/])");

  /** What may follow a name at the start of a sentence. */
  private static final Pattern AFTER_NAME = Pattern.compile("[,:]\\s*");

  /** In a group no other is answered unless it says whom it is for. */
  private static final List<Command> LISTED = Command.listed();

  private final Me me;

  Addressing(Me me) {
    this.me = me;
  }

  /**
   * The words without the bot's name, if they are meant for the bot; nothing is left of a mere
   * mention.
   *
   * @param text of the message, or its caption
   */
  Optional<String> toMe(Message message, String text) {
    boolean privately = message.getChat().isUserChat();
    Matcher command = COMMAND.matcher(text);
    if (command.lookingAt()) {
      String addressee = command.group(2);
      boolean mine =
          addressee == null
              ? privately || Command.of(command.group(1)).filter(LISTED::contains).isPresent()
              : addressee.equalsIgnoreCase(me.name());
      return mine
          ? Optional.of("/" + command.group(1) + text.substring(command.end()))
          : Optional.empty();
    }
    List<MessageEntity> mentions =
        Entities.of(message, text).stream().filter(entity -> isMentionOfMe(entity, text)).toList();
    return privately || !mentions.isEmpty() || isReplyToMe(message)
        ? Optional.of(without(mentions, text))
        : Optional.empty();
  }

  /** Whether a message replies to one of the bot's. */
  boolean isReplyToMe(Message message) {
    Message earlier = message.getReplyToMessage();
    return earlier != null && me.is(earlier.getFrom()) && earlier.getForumTopicCreated() == null;
  }

  private boolean isMentionOfMe(MessageEntity entity, String text) {
    return switch (entity.getType()) {
      case EntityType.MENTION -> words(entity, text).equalsIgnoreCase("@" + me.name());
      case EntityType.TEXTMENTION -> me.is(entity.getUser());
      default -> false;
    };
  }

  private static String words(MessageEntity entity, String text) {
    return text.substring(entity.getOffset(), entity.getOffset() + entity.getLength());
  }

  /** The text without its mentions, which may overlap: they come from outside. */
  private static String without(List<MessageEntity> mentions, String text) {
    var rest = new StringBuilder(text);
    int limit = text.length();
    for (MessageEntity mention : lastFirst(mentions)) {
      int start = mention.getOffset();
      int end = Math.min(start + mention.getLength(), limit);
      if (start < end) {
        boolean doubled =
            start > 0
                && end < rest.length()
                && rest.charAt(start - 1) == ' '
                && rest.charAt(end) == ' ';
        rest.delete(start, doubled ? end + 1 : end);
        limit = start;
      }
    }
    String stripped = rest.toString().strip();
    boolean begins =
        mentions.stream().anyMatch(mention -> text.substring(0, mention.getOffset()).isBlank());
    Matcher mark = AFTER_NAME.matcher(stripped);
    return begins && mark.lookingAt() ? stripped.substring(mark.end()) : stripped;
  }

  private static List<MessageEntity> lastFirst(List<MessageEntity> mentions) {
    return mentions.stream()
        .sorted(Comparator.comparing(MessageEntity::getOffset).reversed())
        .toList();
  }
}
