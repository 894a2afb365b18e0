package io.verbatim.telegram;

import java.util.OptionalInt;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/** Texts as requests to the Bot API: no link previews, entities and no markup. */
final class Requests {
  private final Keyboard keyboard;

  Requests(Keyboard keyboard) {
    this.keyboard = keyboard;
  }

  /**
   * Where a message goes.
   *
   * @param chat where
   * @param topic of its forum, if any
   * @param question that it replies to, if any
   */
  record To(long chat, OptionalInt topic, OptionalInt question) {
    /** Where something is wanted. */
    static To of(Incoming.Wanted wanted) {
      return new To(wanted.chat(), wanted.topic(), OptionalInt.empty());
    }

    /** The same in a chat that took the place of this one, whose messages have other ids. */
    To movedTo(long other) {
      return new To(other, topic, OptionalInt.empty());
    }

    To question(int message) {
      return new To(chat, topic, OptionalInt.of(message));
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

  /**
   * A new message.
   *
   * @param owner who may press its buttons
   */
  Letter message(TelegramText text, Seal.Owner owner) {
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
      keyboard.markup(text.buttons(), to.chat(), owner).ifPresent(message::setReplyMarkup);
      return message;
    };
  }

  /**
   * Another text in a message of the bot.
   *
   * @param owner who may press its buttons
   */
  Letter edit(int message, TelegramText text, Seal.Owner owner) {
    return to -> {
      var edit =
          EditMessageText.builder().chatId(to.chat()).messageId(message).text(text.text()).build();
      edit.setEntities(text.entities());
      edit.setLinkPreviewOptions(noPreview());
      keyboard.markup(text.buttons(), to.chat(), owner).ifPresent(edit::setReplyMarkup);
      return edit;
    };
  }

  /** The end of a message of the bot. */
  static Letter delete(int message) {
    return to -> new DeleteMessage(Long.toString(to.chat()), message);
  }

  private static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }
}
