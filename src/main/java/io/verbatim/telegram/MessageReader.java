package io.verbatim.telegram;

import io.verbatim.bot.Command;
import io.verbatim.bot.Reader;
import io.verbatim.bot.Request;
import io.verbatim.bot.Request.Attached;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.ExternalReplyInfo;
import org.telegram.telegrambots.meta.api.objects.TextQuote;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginUser;

/**
 * Finds what a message means to the bot. In a private chat everything is meant for it; in a group
 * only its commands, mentions of its name and replies to its messages are. The caption of a picture
 * counts as text. What bots write is never answered, nor is the bot's own, nor what Telegram tells
 * of the chat itself. Safe for use by many threads.
 */
final class MessageReader {
  private static final Pattern ASK =
      Pattern.compile(Command.ASK.slashed() + "\\s+", Pattern.CASE_INSENSITIVE);

  private final Me me;
  private final BiFunction<User, Chat, Reader> readers;
  private final Addressing addressing;
  private final Albums albums = new Albums();

  /**
   * @param readers who speaks, by account and chat
   */
  MessageReader(Me me, BiFunction<User, Chat, Reader> readers) {
    this.me = me;
    this.readers = readers;
    this.addressing = new Addressing(me);
  }

  /** What a new message means; empty if it is not for the bot. */
  Optional<Incoming> read(Message message) {
    if (!hasPlace(message)) {
      return Optional.empty();
    }
    long chat = message.getChat().getId();
    if (message.getMigrateToChatId() != null) {
      return Optional.of(new Incoming.Moved(chat, message.getMigrateToChatId()));
    }
    if (message.getMigrateFromChatId() != null) {
      return Optional.of(new Incoming.Moved(message.getMigrateFromChatId(), chat));
    }
    if (!isFromPerson(message)) {
      return Optional.empty();
    }
    boolean first = albums.isFirst(message);
    return words(message).isPresent()
        ? said(message, false)
        : first ? wordless(message) : Optional.empty();
  }

  /**
   * What a message means after it was changed; empty if it is not for the bot. Telegram also tells
   * of reactions and the like that way, which may leave the words as they were.
   */
  Optional<Incoming> readAgain(Message message) {
    return hasPlace(message)
            && isFromPerson(message)
            && isEdited(message)
            && words(message).isPresent()
        ? said(message, true)
        : Optional.empty();
  }

  /** What a message asks; empty if it is not for the bot, or a command of another kind. */
  Optional<String> question(Message message) {
    return words(message)
        .filter(_ -> message.getChat() != null)
        .flatMap(text -> addressing.toMe(message, text))
        .map(text -> ASK.matcher(text).replaceFirst(""))
        .filter(text -> !text.isBlank() && !text.startsWith("/"));
  }

  private static boolean hasPlace(Message message) {
    return message.getMessageId() != null
        && message.getMessageId() > 0
        && message.getChat() != null
        && message.getChat().getId() != null
        && message.getChat().getId() != 0
        && !message.getChat().isChannelChat()
        // What readers write to a channel is for the people who run it.
        && !message.hasDirectMessagesTopic();
  }

  private static boolean isEdited(Message message) {
    return message.getEditDate() != null && message.getEditDate() > 0;
  }

  private Optional<Incoming> said(Message message, boolean edited) {
    String text = words(message).orElseThrow();
    if (message.getForwardOrigin() != null) {
      boolean mine =
          me.is(message.getViaBot())
              || (message.getForwardOrigin() instanceof MessageOriginUser origin
                  && me.is(origin.getSenderUser()));
      var forwarded =
          new Attached(text, Attached.Kind.FORWARDED, mine ? Quoted.in(message) : List.of());
      return message.getChat().isUserChat()
          ? Optional.of(asked(message, text, Optional.of(forwarded), edited))
          : Optional.empty();
    }
    Optional<Attached> attached = attached(message);
    return addressing
        .toMe(message, text)
        .filter(rest -> message.getChat().isUserChat() || isMeant(rest))
        .map(rest -> asked(message, wanted(rest, attached), attached, edited));
  }

  /** Whether something wants an answer in a group; a mere "👍" does not. */
  private static boolean isMeant(String rest) {
    return rest.isEmpty() || rest.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** Who says nothing but our name under the words of another wants them answered. */
  private static String wanted(String rest, Optional<Attached> attached) {
    boolean bare = rest.isEmpty() || rest.strip().equalsIgnoreCase(Command.ASK.slashed());
    return attached
        .filter(other -> bare && other.kind() == Attached.Kind.OTHER)
        .map(other -> Command.ASK.slashed() + " " + other.text())
        .orElse(rest.isEmpty() ? Command.HELP.slashed() : rest);
  }

  private Incoming asked(
      Message message, String wanted, Optional<Attached> attached, boolean edited) {
    return asked(message, edited, new Request.Message(wanted, reader(message), attached));
  }

  private static Incoming asked(Message message, boolean edited, Request request) {
    return new Incoming.Asked(
        message.getChat().getId(),
        message.getMessageId(),
        topic(message),
        asker(message),
        edited,
        request);
  }

  private Reader reader(Message message) {
    return readers.apply(message.getFrom(), message.getChat());
  }

  private Optional<Incoming> wordless(Message message) {
    return message.getChat().isUserChat() && isContent(message) && albums.isFirst(message)
        ? Optional.of(asked(message, false, new Request.Wordless(reader(message))))
        : Optional.empty();
  }

  /** Whether a reader sent something, and Telegram does not merely tell of the chat. */
  private static boolean isContent(Message message) {
    return Stream.of(
            Optional.ofNullable(message.getAnimation()),
            Optional.ofNullable(message.getAudio()),
            Optional.ofNullable(message.getChecklist()),
            Optional.ofNullable(message.getContact()),
            Optional.ofNullable(message.getDice()),
            Optional.ofNullable(message.getDocument()),
            Optional.ofNullable(message.getGame()),
            Optional.ofNullable(message.getLivePhoto()),
            Optional.ofNullable(message.getLocation()),
            Optional.ofNullable(message.getPaidMedia()),
            Optional.ofNullable(message.getPhoto()),
            Optional.ofNullable(message.getPoll()),
            Optional.ofNullable(message.getRichMessage()),
            Optional.ofNullable(message.getSticker()),
            Optional.ofNullable(message.getStory()),
            Optional.ofNullable(message.getVenue()),
            Optional.ofNullable(message.getVideo()),
            Optional.ofNullable(message.getVideoNote()),
            Optional.ofNullable(message.getVoice()))
        .anyMatch(Optional::isPresent);
  }

  private Optional<Attached> attached(Message message) {
    Message earlier = message.getReplyToMessage();
    TextQuote quote = message.getQuote();
    boolean selected =
        quote != null
            && Boolean.TRUE.equals(quote.getIsManual())
            && quote.getText() != null
            && !quote.getText().isBlank();
    boolean mine = addressing.isReplyToMe(message) || isReplyFromElsewhere(message);
    if (selected) {
      return Optional.of(
          mine
              ? new Attached(quote.getText(), Attached.Kind.SELECTED, Quoted.at(quote, earlier))
              : new Attached(quote.getText(), Attached.Kind.OTHER));
    }
    // In a topic, what replies to nothing replies to the note that opened it.
    return earlier == null || earlier.getForumTopicCreated() != null
        ? Optional.empty()
        : words(earlier)
            .map(text ->
                new Attached(
                    text,
                    mine ? Attached.Kind.ANSWER : Attached.Kind.OTHER,
                    mine || me.is(earlier.getViaBot()) ? Quoted.in(earlier) : List.of()));
  }

  /** Whether a message replies to one of ours in another chat. */
  private boolean isReplyFromElsewhere(Message message) {
    ExternalReplyInfo external = message.getExternalReplyInfo();
    return external != null
        && external.getOrigin() instanceof MessageOriginUser origin
        && me.is(origin.getSenderUser());
  }

  /**
   * Whether a person wrote it, be it in the name of a chat: anonymous administrators and channels
   * come as a bot with a {@code sender_chat}. A channel's post that Telegram itself forwarded to
   * the discussion group is nobody's question.
   */
  private boolean isFromPerson(Message message) {
    User from = message.getFrom();
    boolean automatic = Boolean.TRUE.equals(message.getIsAutomaticForward());
    boolean bot = from == null || from.getId() == null || Boolean.TRUE.equals(from.getIsBot());
    boolean viaMe = me.is(message.getViaBot()) && message.getForwardOrigin() == null;
    boolean inAName = message.getSenderChat() != null && message.getSenderChat().getId() != null;
    return !automatic && !viaMe && (!bot || inAName);
  }

  private static Optional<String> words(Message message) {
    return Optional.ofNullable(message.getText() == null ? message.getCaption() : message.getText())
        .filter(text -> !text.isBlank());
  }

  private static long asker(Message message) {
    Chat name = message.getSenderChat();
    return name == null || name.getId() == null ? message.getFrom().getId() : name.getId();
  }

  /** The topic that a message is in; none for a thread that is no topic. */
  static OptionalInt topic(Message message) {
    return message.isTopicMessage() && message.getMessageThreadId() != null
        ? OptionalInt.of(message.getMessageThreadId())
        : OptionalInt.empty();
  }
}
