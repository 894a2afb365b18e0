package io.verbatim.telegram;

import io.verbatim.journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.telegram.telegrambots.meta.api.objects.Update;

/** How long readers have waited, and what follows from it. */
final class Delay {
  /** After this an answer says that it is late. */
  private static final Duration LONG = Duration.ofMinutes(10);

  /** After this a question is not kept any longer, however long the bot was away. */
  private static final Duration TOO_LONG = Duration.ofDays(30);

  /** After this nobody waits for what a button does; Telegram takes its answer for some 15 s. */
  private static final Duration TOO_LONG_FOR_A_PRESS = Duration.ofMinutes(1);

  /** After this Telegram has forgotten the question. */
  private static final Duration TOO_LONG_INLINE = Duration.ofSeconds(30);

  /**
   * After this nobody looks at the answer to an edited question, and its messages are forgotten.
   */
  private static final Duration TOO_LONG_FOR_AN_EDIT = Duration.ofDays(2);

  private final InstantSource clock;

  Delay(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether nobody waits for an answer any more. */
  boolean isTooLong(Entry entry, Update update) {
    Duration patience =
        update.hasCallbackQuery()
            ? TOO_LONG_FOR_A_PRESS
            : update.hasInlineQuery() ? TOO_LONG_INLINE : TOO_LONG;
    return since(entry.received()).compareTo(patience) > 0;
  }

  /**
   * Whether it tells of a change to a message that was old when that happened. The date of the edit
   * says nothing: of a reaction to a message that was edited long ago, it is the old one.
   */
  static boolean isOfAnOldMessage(Entry entry, Update update) {
    Integer date = update.hasEditedMessage() ? update.getEditedMessage().getDate() : null;
    return date != null
        && Instant.ofEpochSecond(date).plus(TOO_LONG_FOR_AN_EDIT).isBefore(entry.received());
  }

  /** Whether an answer is to say that it is late. */
  boolean isLong(Entry entry, Update update) {
    // A reply that has begun to arrive must be cut into the same parts again after a restart: that
    // it was late when it came is as true then.
    Instant until = entry.parts() == 0 ? clock.instant() : entry.received();
    Instant sent = sent(entry, update);
    Instant from = sent.isBefore(entry.received()) ? sent : entry.received();
    return update.hasMessage() && Duration.between(from, until).compareTo(LONG) > 0;
  }

  /** How long ago that was. */
  Duration since(Instant past) {
    return Duration.between(past, clock.instant());
  }

  /** When an update was sent; when it came, if it does not say. */
  static Instant sent(Entry entry, Update update) {
    Integer date = update.hasMessage() ? update.getMessage().getDate() : null;
    return date == null ? entry.received() : Instant.ofEpochSecond(date);
  }
}
