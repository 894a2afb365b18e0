package io.verbatim.telegram;

import io.verbatim.telegram.Requests.To;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What to do about a message that Telegram does not take. Telegram says why in words alone; these
 * are the ones of tdlib/telegram-bot-api.
 */
final class Refusal {
  private static final List<String> DONE = List.of("message is not modified");

  private static final List<String> NO_QUESTION =
      List.of(
          "message to be replied not found",
          "message to reply not found",
          "replied message not found",
          "reply message not found",
          "reply_message_id_invalid",
          "quote_text_invalid");

  private static final List<String> FINAL =
      List.of(
          "chat not found",
          "user not found",
          "peer_id_invalid",
          "user is deactivated",
          "user_is_blocked",
          "group chat was deactivated",
          "chat was deleted",
          "chat_write_forbidden",
          "chat_restricted",
          "chat_admin_required",
          "have no rights to send",
          "not enough rights",
          "need administrator rights",
          "topic_closed",
          "topic_deleted",
          "message thread not found",
          "message to edit not found",
          "message can't be edited",
          "message to delete not found",
          "message can't be deleted",
          "message_id_invalid");

  private Refusal() {}

  /** Whether things already are as they were to become. */
  static boolean isDone(Outcome.Refused<?> refusal) {
    return says(refusal, DONE);
  }

  /**
   * Where the same message may be taken: in the group's new place, or without a question. What was
   * asked in a topic that is no more is not answered in another.
   */
  static Optional<To> detour(To to, Outcome.Refused<?> refusal) {
    if (refusal.movedTo().isPresent()) {
      return Optional.of(to.movedTo(refusal.movedTo().getAsLong()));
    }
    if (to.question().isPresent() && says(refusal, NO_QUESTION)) {
      return Optional.of(to.withoutQuestion());
    }
    return Optional.empty();
  }

  /** Whether nobody is left who could get the message: every 403, and some of the 400s. */
  static boolean isFinal(Outcome.Refused<?> refusal) {
    return refusal.code() == 403 || says(refusal, FINAL);
  }

  private static boolean says(Outcome.Refused<?> refusal, List<String> words) {
    String said = refusal.description().toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(said::contains);
  }
}
