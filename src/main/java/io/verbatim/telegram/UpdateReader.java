package io.verbatim.telegram;

import io.verbatim.bot.Command;
import io.verbatim.bot.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.EntityType;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Finds what an update wants of the bot, if anything. In a private chat every text is meant for the
 * bot; in a group only its commands, mentions of its name and replies to its messages are. The
 * caption of a picture counts as text. What bots write is never answered, nor is the bot's own.
 */
final class UpdateReader {
  private static final Pattern COMMAND =
      Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,32}))?(?![A-Za-z0-9_@/])");

  private final Me me;

  UpdateReader(Me me) {
    this.me = me;
  }

  /** What the update wants and where the reply belongs; empty if it is not for the bot. */
  Optional<Incoming> read(Update update) {
    if (update.hasMessage()) {
      return message(update.getMessage());
    }
    if (update.hasCallbackQuery()) {
      return press(update.getCallbackQuery());
    }
    return Optional.empty();
  }

  /** The chat whose order an update belongs to; 0 if it has none. */
  static long chat(Update update) {
    if (update.hasMessage() && update.getMessage().getChat() != null) {
      return update.getMessage().getChat().getId();
    }
    if (update.hasCallbackQuery()
        && update.getCallbackQuery().getMessage() != null
        && update.getCallbackQuery().getMessage().getChat() != null) {
      return update.getCallbackQuery().getMessage().getChat().getId();
    }
    return 0;
  }

  private Optional<Incoming> message(Message message) {
    if (message.getChat() == null
        || message.getMessageId() == null
        || message.getChat().isChannelChat()
        || !isFromPerson(message)) {
      return Optional.empty();
    }
    boolean caption = message.getText() == null;
    String text = caption ? message.getCaption() : message.getText();
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    return forMe(message, text, entities(message, caption))
        .map(wanted ->
            new Incoming.Asked(
                message.getChat().getId(),
                message.getMessageId(),
                topic(message),
                asker(message),
                new Request.Message(wanted, locale(message.getFrom()))));
  }

  /** The text without the bot's name, if the message is meant for the bot. */
  private Optional<String> forMe(Message message, String text, List<MessageEntity> entities) {
    boolean privately = message.getChat().isUserChat();
    Matcher command = COMMAND.matcher(text);
    if (command.lookingAt()) {
      String addressee = command.group(2);
      boolean mine =
          addressee == null
              ? privately || Command.of(command.group(1)).isPresent()
              : addressee.equalsIgnoreCase(me.name());
      return mine
          ? Optional.of("/" + command.group(1) + text.substring(command.end()))
          : Optional.empty();
    }
    List<MessageEntity> mentions =
        entities.stream().filter(entity -> isMentionOfMe(entity, text)).toList();
    if (!privately && mentions.isEmpty() && !isReplyToMe(message)) {
      return Optional.empty();
    }
    String rest = without(mentions, text);
    return Optional.of(rest.isEmpty() ? Command.HELP.slashed() : rest);
  }

  private Optional<Incoming> press(CallbackQuery query) {
    MaybeInaccessibleMessage message = query.getMessage();
    if (query.getId() == null
        || query.getData() == null
        || message == null
        || message.getChat() == null
        || message.getMessageId() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Incoming.Pressed(
            message.getChat().getId(),
            message.getMessageId(),
            message instanceof Message whole ? topic(whole) : OptionalInt.empty(),
            query.getId(),
            new Request.Press(query.getData(), locale(query.getFrom()))));
  }

  /**
   * Whether a person wrote it, be it in the name of a chat: anonymous administrators and channels
   * come as a bot with a {@code sender_chat}. A channel's post that Telegram itself forwarded to
   * the discussion group is nobody's question.
   */
  private boolean isFromPerson(Message message) {
    User from = message.getFrom();
    boolean automatic = Boolean.TRUE.equals(message.getIsAutomaticForward());
    boolean bot = from == null || from.getIsBot();
    boolean viaMe = message.getViaBot() != null && message.getViaBot().getId() == me.id();
    return !automatic && !viaMe && (!bot || message.getSenderChat() != null);
  }

  private boolean isMentionOfMe(MessageEntity entity, String text) {
    return switch (entity.getType()) {
      case EntityType.MENTION -> words(entity, text).equalsIgnoreCase("@" + me.name());
      case EntityType.TEXTMENTION ->
          entity.getUser() != null && entity.getUser().getId() == me.id();
      default -> false;
    };
  }

  private boolean isReplyToMe(Message message) {
    Message earlier = message.getReplyToMessage();
    return earlier != null
        && earlier.getFrom() != null
        && earlier.getFrom().getId() == me.id()
        && earlier.getForumTopicCreated() == null;
  }

  private static List<MessageEntity> entities(Message message, boolean caption) {
    List<MessageEntity> entities;
    try {
      entities = caption ? message.getCaptionEntities() : message.getEntities();
    } catch (IndexOutOfBoundsException e) {
      // The getter cuts out the words of each entity (telegrambots-meta 10.2.0); a question whose
      // entities do not fit is still a question.
      return List.of();
    }
    return entities == null ? List.of() : entities;
  }

  private static String words(MessageEntity entity, String text) {
    return text.substring(entity.getOffset(), entity.getOffset() + entity.getLength());
  }

  private static String without(List<MessageEntity> mentions, String text) {
    var rest = new StringBuilder(text);
    mentions.stream()
        .sorted(Comparator.comparing(MessageEntity::getOffset).reversed())
        .forEach(mention -> {
          int start = mention.getOffset();
          int end = start + mention.getLength();
          boolean doubled =
              start > 0
                  && end < rest.length()
                  && rest.charAt(start - 1) == ' '
                  && rest.charAt(end) == ' ';
          rest.delete(start, doubled ? end + 1 : end);
        });
    return rest.toString().strip();
  }

  private static long asker(Message message) {
    boolean inOwnName = message.getSenderChat() == null && message.getFrom() != null;
    return inOwnName ? message.getFrom().getId() : message.getSenderChat().getId();
  }

  private static OptionalInt topic(Message message) {
    return message.isTopicMessage() && message.getMessageThreadId() != null
        ? OptionalInt.of(message.getMessageThreadId())
        : OptionalInt.empty();
  }

  private static Locale locale(@Nullable User user) {
    return user == null || user.getLanguageCode() == null
        ? Locale.ENGLISH
        : Locale.forLanguageTag(user.getLanguageCode());
  }
}
