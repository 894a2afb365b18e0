package io.verbatim.telegram;

import io.verbatim.bot.Request;
import io.verbatim.journal.Change;
import io.verbatim.journal.Journal;
import io.verbatim.journal.Part;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Which messages of the bot reply to which question, and to which words, so that an edited question
 * edits its answer. The journal knows it for two days. Safe for use by many threads.
 */
final class Replies {
  private final Journal journal;
  private final WordsCode words;

  Replies(Journal journal) {
    this.journal = journal;
    this.words = new WordsCode(journal.secret());
  }

  /** Whether an edited question says what it said when it was answered. */
  boolean isAnswered(Incoming.Wanted wanted) {
    return wanted instanceof Incoming.Asked asked
        && asked.edited()
        && journal.reply(asked.chat(), asked.message()).stream()
            .anyMatch(part -> part.words().equals(OptionalLong.of(words(asked))));
  }

  /** Ids of the messages that an earlier reply has left: only an edited question has some. */
  List<Integer> standing(Incoming.Wanted wanted) {
    return wanted instanceof Incoming.Asked asked && asked.edited()
        ? journal.reply(asked.chat(), asked.message()).stream().map(Part::message).toList()
        : List.of();
  }

  /**
   * What to keep of a part of a reply that has arrived.
   *
   * @param index of the part, from 0
   * @param message that it is
   */
  Optional<Change> arrived(Incoming.Wanted wanted, int index, int message) {
    return switch (wanted) {
      case Incoming.Asked asked -> {
        var part = new Part(message, OptionalLong.of(words(asked)));
        yield Optional.of(new Change.Replied(asked.chat(), asked.message(), index, part));
      }
      case Incoming.Pressed pressed when index > 0 -> added(pressed, message);
      case Incoming.Pressed _, Incoming.Added _ -> Optional.empty();
    };
  }

  /** A message more, which belongs to the reply whose button was pressed. */
  private Optional<Change> added(Incoming.Pressed pressed, int message) {
    OptionalInt question = journal.question(pressed.chat(), pressed.message());
    if (question.isEmpty()) {
      return Optional.empty();
    }
    List<Part> parts = journal.reply(pressed.chat(), question.getAsInt());
    var part = new Part(message, parts.getFirst().words());
    return Optional.of(new Change.Replied(pressed.chat(), question.getAsInt(), parts.size(), part));
  }

  private long words(Incoming.Asked asked) {
    String said = asked.request() instanceof Request.Message message ? message.text() : "";
    return words.of(asked.chat(), asked.message(), said);
  }
}
