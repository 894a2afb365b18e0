package io.verbatim.telegram;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/**
 * Shows a chat that an answer is under way, if it takes longer than a moment: an answer that is
 * there at once needs no announcement. Safe for use by many threads.
 */
final class Typing {
  /** Who gets an answer within that time sees nothing of it. */
  static final Duration MOMENT = Duration.ofSeconds(1);

  /** For how long Telegram shows it. */
  private static final Duration SHOWN = Duration.ofSeconds(5);

  private final BotApi api;
  private final Timer timer;

  Typing(BotApi api, Timer timer) {
    this.api = api;
    this.timer = timer;
  }

  /** Something that takes time. */
  interface Spell extends AutoCloseable {
    /** It is done. */
    @Override
    void close();
  }

  /** Begins; it is over when the spell is closed. A press shows a sign of its own. */
  Spell begin(Incoming.Wanted wanted) {
    var over = new AtomicBoolean(wanted instanceof Incoming.Pressed);
    var action = new SendChatAction(Long.toString(wanted.chat()), ActionType.TYPING.toString());
    wanted.topic().ifPresent(action::setMessageThreadId);
    tellAfter(MOMENT, action, over);
    return () -> over.set(true);
  }

  private void tellAfter(Duration wait, SendChatAction action, AtomicBoolean over) {
    timer.after(
        wait,
        () -> {
          if (!over.get()) {
            var _ = api.ask(new Acknowledged(action));
            tellAfter(SHOWN, action, over);
          }
        });
  }
}
