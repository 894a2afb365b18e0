package io.verbatim.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.verbatim.bot.Memory;
import io.verbatim.bot.Note;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What each question could lean on, so that it leans on the same once it is edited: neither on what
 * it was before, nor on what was asked since. In memory only: after a restart an edited question
 * leans on what was last asked, be it itself. Safe for use by many threads.
 */
final class Precedents {
  /** A few hundred bytes each. */
  private static final int MOST = 20_000;

  /** Later edits are not answered. */
  private static final Duration EDITABLE = Duration.ofDays(2);

  private final Cache<Message, Precedent> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(EDITABLE).build();

  private record Message(long chat, int id) {
    static Message of(Incoming.Asked asked) {
      return new Message(asked.chat(), asked.message());
    }
  }

  /**
   * What stood before a question.
   *
   * @param by who asked
   * @param before the question that it could lean on
   */
  private record Precedent(long by, Optional<String> before) {}

  /** The memory that a request leans on, of a memory that may hold the request itself. */
  Memory before(Incoming.Wanted wanted, Memory memory) {
    return wanted instanceof Incoming.Asked asked && asked.edited()
        ? Optional.ofNullable(known.getIfPresent(Message.of(asked)))
            .map(own -> Memory.of(own.before, memory.language(), memory.bookmark()))
            .orElse(memory)
        : memory;
  }

  /**
   * Keeps what a delivered reply leaned on.
   *
   * @param memory as it was before
   */
  void note(Incoming.Wanted wanted, Memory memory, List<Note> notes) {
    if (notes.contains(new Note.Forgotten())) {
      known.asMap().values().removeIf(precedent -> precedent.by == wanted.by());
    } else if (wanted instanceof Incoming.Asked asked
        && notes.stream().anyMatch(note -> note instanceof Note.Exchanged)) {
      known.put(Message.of(asked), new Precedent(asked.by(), before(wanted, memory).question()));
    }
  }

  /** Forgets what was asked in a chat. */
  void forget(long chat) {
    known.asMap().keySet().removeIf(message -> message.chat == chat);
  }
}
