package io.verbatim.telegram;

import io.verbatim.bot.Reply;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Texts as requests to the Bot API: no link previews, entities and no markup. */
final class Requests {
  private final Me me;

  Requests(Me me) {
    this.me = me;
  }

  /**
   * Where a message goes.
   *
   * @param chat where
   * @param topic of its forum, if any
   * @param question that it replies to, if any
   */
  record To(long chat, OptionalInt topic, OptionalInt question) {
    To chat(long other) {
      return new To(other, topic, question);
    }

    To withoutTopic() {
      return new To(chat, OptionalInt.empty(), question);
    }

    To withoutQuestion() {
      return new To(chat, topic, OptionalInt.empty());
    }
  }

  /** Makes a request for where it goes. */
  @FunctionalInterface
  interface Letter {
    BotApiMethod<?> to(To to);
  }

  /** A new message. */
  Letter message(TelegramText text) {
    return to -> {
      var message = new SendMessage(Long.toString(to.chat()), text.text());
      message.setEntities(text.entities());
      message.setLinkPreviewOptions(noPreview());
      to.topic().ifPresent(message::setMessageThreadId);
      to.question()
          .ifPresent(id -> {
            var reply = new ReplyParameters(id);
            reply.setAllowSendingWithoutReply(true);
            message.setReplyParameters(reply);
          });
      InlineKeyboardMarkup keyboard = keyboard(text.buttons());
      if (keyboard != null) {
        message.setReplyMarkup(keyboard);
      }
      return message;
    };
  }

  /** Another text in a message of the bot. */
  Letter edit(int message, TelegramText text) {
    return to -> {
      var edit =
          EditMessageText.builder().chatId(to.chat()).messageId(message).text(text.text()).build();
      edit.setEntities(text.entities());
      edit.setLinkPreviewOptions(noPreview());
      InlineKeyboardMarkup keyboard = keyboard(text.buttons());
      if (keyboard != null) {
        edit.setReplyMarkup(keyboard);
      }
      return edit;
    };
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
