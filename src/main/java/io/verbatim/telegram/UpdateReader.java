package io.verbatim.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.verbatim.bot.Memory;
import io.verbatim.bot.Reader;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Request;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Finds what an update means to the bot, if anything. All of it comes from outside: whatever it
 * holds, nothing is thrown. Safe for use by many threads.
 */
final class UpdateReader {
  private final Me me;
  private final Seal seal;
  private final Set<Long> admins;
  private final MessageReader messages;
  private final Moves moves = new Moves();

  /**
   * @param admins ids of the operator's own people
   */
  UpdateReader(Me me, Seal seal, Set<Long> admins) {
    this.me = me;
    this.seal = seal;
    this.admins = Set.copyOf(admins);
    this.messages = new MessageReader(me, this::reader);
  }

  /** Notes beforehand what another update may need to know that came together with this one. */
  void foresee(Batch.Element update) {
    // Most tell of no move, and need not be read twice.
    if (update.json().contains("\"migrate_")) {
      try {
        Update whole = GetBatch.update(update.json());
        Optional.ofNullable(whole.getMessage()).ifPresent(this::message);
      } catch (JsonProcessingException e) {
        // It fails again, and is told of, where it is handled.
        return;
      }
    }
  }

  /** What the update means; empty if it is not for the bot. */
  Optional<Incoming> read(Update update) {
    if (update.hasMessage()) {
      return message(update.getMessage());
    }
    if (update.hasEditedMessage()) {
      return messages.readAgain(update.getEditedMessage());
    }
    if (update.hasCallbackQuery()) {
      return press(update.getCallbackQuery());
    }
    return update.hasMyChatMember() ? membership(update.getMyChatMember()) : Optional.empty();
  }

  private Optional<Incoming> message(Message message) {
    Optional<Incoming> incoming = messages.read(message);
    if (incoming.orElse(null) instanceof Incoming.Moved move) {
      moves.note(move);
    }
    return incoming;
  }

  /** The chat whose order an update belongs to; 0 if it has none. */
  static long chat(Update update) {
    MaybeInaccessibleMessage pressed =
        update.hasCallbackQuery() ? update.getCallbackQuery().getMessage() : null;
    return Stream.of(
            Optional.ofNullable(update.getMessage()).map(Message::getChat),
            Optional.ofNullable(update.getEditedMessage()).map(Message::getChat),
            Optional.ofNullable(pressed).map(MaybeInaccessibleMessage::getChat),
            Optional.ofNullable(update.getMyChatMember()).map(ChatMemberUpdated::getChat))
        .flatMap(Optional::stream)
        .map(Chat::getId)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(0L);
  }

  private Optional<Incoming> press(CallbackQuery query) {
    User from = query.getFrom();
    if (query.getId() == null || from == null || from.getId() == null) {
      return Optional.empty();
    }
    MaybeInaccessibleMessage message = query.getMessage();
    // Without a message it hangs under an inline result, where we put no button that comes back.
    if (message == null
        || message.getChat() == null
        || message.getChat().getId() == null
        || message.getChat().getId() == 0
        || message.getMessageId() == null
        || message.getMessageId() < 1
        || query.getData() == null) {
      return Optional.of(idle(query, Incoming.Place.privately(from.getId()), "button.stale"));
    }
    long chat = message.getChat().getId();
    OptionalInt topic =
        message instanceof Message whole ? MessageReader.topic(whole) : OptionalInt.empty();
    var place = new Incoming.Place(chat, topic, from.getId());
    Optional<Seal.Opened> opened = seal.open(chat, query.getData());
    if (opened.isEmpty()) {
      return Optional.of(idle(query, place, "button.stale"));
    }
    String data = opened.get().data();
    Seal.Owner owner = opened.get().owner();
    if (!owner.includes(from.getId()) && !data.startsWith(Reply.Button.Press.FOR_ALL)) {
      return Optional.of(idle(query, place, "button.not-yours"));
    }
    return Optional.of(
        new Incoming.Pressed(
            chat,
            message.getMessageId(),
            topic,
            from.getId(),
            owner,
            query.getId(),
            answered(message),
            new Request.Press(data, reader(from, message.getChat()))));
  }

  /** The question that a message of ours replies to; empty if it replies to none. */
  private Optional<String> answered(MaybeInaccessibleMessage message) {
    // A further part of a page refers to the page.
    return message instanceof Message answer
            && answer.getReplyToMessage() != null
            && !me.is(answer.getReplyToMessage().getFrom())
        ? messages.question(answer.getReplyToMessage())
        : Optional.empty();
  }

  private static Incoming idle(CallbackQuery query, Incoming.Place place, String notice) {
    return new Incoming.Idle(query.getId(), notice, place, locale(query.getFrom()));
  }

  private Optional<Incoming> membership(ChatMemberUpdated change) {
    Chat chat = change.getChat();
    if (chat == null || chat.getId() == null || chat.getId() == 0 || chat.isChannelChat()) {
      return Optional.empty();
    }
    boolean before = isMember(change.getOldChatMember());
    boolean now = isMember(change.getNewChatMember());
    if (!now) {
      return moves.of(chat.getId()).<Incoming>map(m -> m).or(() -> gone(chat));
    }
    if (before || chat.isUserChat() || moves.ledTo(chat.getId())) {
      return Optional.empty();
    }
    User from = change.getFrom();
    long by = from == null || from.getId() == null ? chat.getId() : from.getId();
    return Optional.of(
        new Incoming.Added(chat.getId(), by, new Request.Welcomed(reader(from, chat))));
  }

  private static Optional<Incoming> gone(Chat chat) {
    return Optional.of(new Incoming.Gone(chat.getId()));
  }

  private static boolean isMember(@Nullable ChatMember member) {
    return member != null
        && switch (String.valueOf(member.getStatus())) {
          case "creator", "administrator", "member" -> true;
          case "restricted" ->
              member instanceof ChatMemberRestricted restricted
                  && Boolean.TRUE.equals(restricted.getIsMember());
          default -> false;
        };
  }

  /** Who speaks, as far as Telegram says. */
  Reader reader(@Nullable User user, Chat chat) {
    boolean admin = user != null && user.getId() != null && admins.contains(user.getId());
    var company = chat.isUserChat() ? Reader.Company.ALONE : Reader.Company.GROUP;
    return new Reader(locale(user), company, admin, Memory.NONE);
  }

  /** The language of a reader's app; English if it is not known. */
  static Locale locale(@Nullable User user) {
    return user == null || user.getLanguageCode() == null
        ? Locale.ENGLISH
        : Locale.forLanguageTag(user.getLanguageCode());
  }
}
