package io.verbatim.telegram;

import io.verbatim.bot.Reply;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Sets buttons as Telegram has them, those that come back sealed. Safe for use by many threads. */
final class Keyboard {
  private final Me me;
  private final Seal seal;

  Keyboard(Me me, Seal seal) {
    this.me = me;
    this.seal = seal;
  }

  /** The buttons of a message in a chat; empty if there are none. */
  Optional<InlineKeyboardMarkup> markup(
      List<List<Reply.Button>> buttons, long chat, Seal.Owner owner) {
    List<InlineKeyboardRow> rows =
        buttons.stream()
            .filter(row -> !row.isEmpty())
            .map(row -> row.stream().map(button -> button(button, chat, owner)).toList())
            .map(InlineKeyboardRow::new)
            .toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(new InlineKeyboardMarkup(rows));
  }

  /** The buttons of a message that may stand in any chat: none that come back. */
  Optional<InlineKeyboardMarkup> anywhere(List<List<Reply.Button>> buttons) {
    List<List<Reply.Button>> staying =
        buttons.stream()
            .map(row ->
                row.stream().filter(button -> !(button instanceof Reply.Button.Press)).toList())
            .toList();
    return markup(staying, 0, Seal.Owner.ANYONE);
  }

  private InlineKeyboardButton button(Reply.Button button, long chat, Seal.Owner owner) {
    var key = new InlineKeyboardButton(button.label());
    switch (button) {
      case Reply.Button.Press(_, String data) -> key.setCallbackData(seal.close(chat, owner, data));
      case Reply.Button.Copy(_, String text) -> key.setCopyText(new CopyTextButton(text));
      case Reply.Button.Open(_, String payload) -> key.setUrl(me.link(payload));
    }
    return key;
  }
}
