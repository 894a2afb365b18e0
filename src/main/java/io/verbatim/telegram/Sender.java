package io.verbatim.telegram;

import io.verbatim.bot.Reply;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Brings replies to their chats, through limits and outages. Telegram has no key by which it would
 * know a repeated request: when an answer is lost, the request is made again, so that a reader may
 * see a message twice but never misses one. Safe for use by many threads.
 */
final class Sender {
  /** How a reply fared. */
  enum Delivery {
    /** The reader has it. */
    DELIVERED,
    /** The reader blocked the bot or the chat is gone: nothing is left to do. */
    CHAT_GONE,
    /** Telegram does not take it as it is; it was logged. */
    REFUSED,
    /** Telegram could not be reached for long; it was logged. */
    UNREACHABLE,
    /** The bot is to stop; it may or may not have begun to arrive. */
    STOPPED
  }

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final int ATTEMPTS = 6;
  private static final int DETOURS = 20;
  private static final int LONGEST_NOTICE = 200;

  private final BotApi api;
  private final Me me;
  private final Pause pause;
  private final RandomGenerator random;

  Sender(BotApi api, Me me, Pause pause, RandomGenerator random) {
    this.api = api;
    this.me = me;
    this.pause = pause;
    this.random = random;
  }

  /**
   * Sends a reply to where it belongs: a question gets messages, a press has its message changed.
   *
   * @param texts in order; for none a press is still answered
   */
  Delivery send(Incoming incoming, List<TelegramText> texts) {
    long chat = incoming.chat();
    for (int i = 0; i < texts.size(); i++) {
      TelegramText text = texts.get(i);
      boolean first = i == 0;
      Delivery delivery =
          switch (incoming) {
            case Incoming.Asked(_, int message, OptionalInt topic, _, _) ->
                deliver(chat, id -> message(id, topic, OptionalInt.of(message), text));
            case Incoming.Pressed(_, _, OptionalInt topic, _, _) when !first ->
                deliver(chat, id -> message(id, topic, OptionalInt.empty(), text));
            case Incoming.Pressed pressed -> deliver(chat, id -> edit(id, pressed.message(), text));
          };
      if (delivery != Delivery.DELIVERED) {
        return delivery;
      }
    }
    return Delivery.DELIVERED;
  }

  /**
   * Ends the waiting of a press. It is tried once: Telegram takes the answer for some 15 s only.
   *
   * @param notice shown for a moment, cut to 200 units; empty for none
   */
  void answer(Incoming.Pressed pressed, String notice) {
    var answer = new AnswerCallbackQuery(pressed.query());
    if (!notice.isEmpty()) {
      answer.setText(
          notice.substring(
              0, TextCutter.cut(notice, 0, notice.length(), LONGEST_NOTICE, List.of())));
    }
    Outcome<Receipt> outcome = api.call(new Acknowledged(answer));
    if (!(outcome instanceof Outcome.Accepted)) {
      LOG.debug("a press in chat {} was not answered: {}", pressed.chat(), outcome);
    }
  }

  @FunctionalInterface
  private interface ToChat {
    BotApiMethod<?> request(long chat);
  }

  private Delivery deliver(long chat, ToChat message) {
    var backoff = new Backoff(random);
    long to = chat;
    int detours = 0;
    int failures = 0;
    while (true) {
      Duration wait;
      switch (api.call(new Acknowledged(message.request(to)))) {
        case Outcome.Accepted<Receipt> _ -> {
          return Delivery.DELIVERED;
        }
        case Outcome.Refused<Receipt> refused -> {
          if (refused.movedTo().isEmpty() || ++detours > DETOURS) {
            return refused(chat, refused);
          }
          LOG.info("chat {} is now {}", to, refused.movedTo().getAsLong());
          to = refused.movedTo().getAsLong();
          wait = Duration.ZERO;
        }
        case Outcome.TooMany<Receipt>(Duration retryAfter) -> {
          if (++detours > DETOURS) {
            return unreachable(chat, "Telegram limits this chat for too long");
          }
          wait = retryAfter;
        }
        case Outcome.Unreachable<Receipt>(String reason) -> {
          if (++failures == ATTEMPTS) {
            return unreachable(chat, reason);
          }
          wait = backoff.next();
        }
        case Outcome.Unauthorized<Receipt> _ -> {
          return unreachable(chat, "the token is no longer accepted");
        }
        case Outcome.Conflict<Receipt>(String words) -> {
          return unreachable(chat, words);
        }
      }
      if (!pause.pause(wait)) {
        return Delivery.STOPPED;
      }
    }
  }

  private static Delivery refused(long chat, Outcome.Refused<?> refusal) {
    if (refusal.says("message is not modified")) {
      return Delivery.DELIVERED;
    }
    if (refusal.code() == 403
        || refusal.says("chat not found")
        || refusal.says("message to edit not found")) {
      LOG.info("chat {} takes no reply: {}", chat, refusal.description());
      return Delivery.CHAT_GONE;
    }
    LOG.error("a reply to chat {} is refused: {} {}", chat, refusal.code(), refusal.description());
    return Delivery.REFUSED;
  }

  private static Delivery unreachable(long chat, String reason) {
    LOG.error("a reply to chat {} is given up: {}", chat, reason);
    return Delivery.UNREACHABLE;
  }

  private SendMessage message(
      long chat, OptionalInt topic, OptionalInt question, TelegramText text) {
    var message = new SendMessage(Long.toString(chat), text.text());
    message.setEntities(text.entities());
    message.setLinkPreviewOptions(noPreview());
    topic.ifPresent(message::setMessageThreadId);
    question.ifPresent(id -> {
      var reply = new ReplyParameters(id);
      reply.setAllowSendingWithoutReply(true);
      message.setReplyParameters(reply);
    });
    InlineKeyboardMarkup keyboard = keyboard(text.buttons());
    if (keyboard != null) {
      message.setReplyMarkup(keyboard);
    }
    return message;
  }

  private EditMessageText edit(long chat, int message, TelegramText text) {
    var edit = EditMessageText.builder().chatId(chat).messageId(message).text(text.text()).build();
    edit.setEntities(text.entities());
    edit.setLinkPreviewOptions(noPreview());
    InlineKeyboardMarkup keyboard = keyboard(text.buttons());
    if (keyboard != null) {
      edit.setReplyMarkup(keyboard);
    }
    return edit;
  }

  private static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }

  private @Nullable InlineKeyboardMarkup keyboard(List<List<Reply.Button>> buttons) {
    List<InlineKeyboardRow> rows =
        buttons.stream()
            .filter(row -> !row.isEmpty())
            .map(row -> new InlineKeyboardRow(row.stream().map(this::button).toList()))
            .toList();
    return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows);
  }

  private InlineKeyboardButton button(Reply.Button button) {
    var key = new InlineKeyboardButton(button.label());
    switch (button) {
      case Reply.Button.Press(_, String data) -> key.setCallbackData(data);
      case Reply.Button.Copy(_, String text) -> key.setCopyText(new CopyTextButton(text));
      case Reply.Button.Open(_, String payload) -> key.setUrl(me.link(payload));
    }
    return key;
  }
}
