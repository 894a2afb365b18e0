package io.verbatim.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.verbatim.bot.Memory;
import io.verbatim.bot.Note;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the last question of each place could lean on, so that it leans on the same once it is
 * edited, and not on what it was before. In memory only: after a restart an edited question leans
 * on what was last asked, be it itself. Safe for use by many threads.
 */
final class Precedents {
  /** A few hundred bytes each. */
  private static final int MOST = 20_000;

  /** Later edits are not answered. */
  private static final Duration EDITABLE = Duration.ofDays(2);

  private final Cache<Incoming.Place, Precedent> last =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(EDITABLE).build();

  /**
   * What stood before a question.
   *
   * @param question id of its message
   * @param before the question that it could lean on
   */
  private record Precedent(int question, Optional<String> before) {}

  /** The memory that a request leans on, of a memory that may hold the request itself. */
  Memory before(Incoming.Wanted wanted, Memory memory) {
    return own(wanted)
        .map(own -> Memory.of(own.before, memory.language(), memory.bookmark()))
        .orElse(memory);
  }

  /**
   * Keeps what a delivered reply leaned on.
   *
   * @param memory as it was before
   */
  void note(Incoming.Wanted wanted, Memory memory, List<Note> notes) {
    Incoming.Place place = wanted.places().getFirst();
    if (notes.contains(new Note.Forgotten())) {
      last.invalidate(place);
    } else if (wanted instanceof Incoming.Asked asked
        && notes.stream().anyMatch(note -> note instanceof Note.Exchanged)) {
      last.put(place, new Precedent(asked.message(), before(wanted, memory).question()));
    }
  }

  /** What is known of an edited question that was the last in its place. */
  private Optional<Precedent> own(Incoming.Wanted wanted) {
    return wanted instanceof Incoming.Asked asked && asked.edited()
        ? Optional.ofNullable(last.getIfPresent(wanted.places().getFirst()))
            .filter(known -> known.question == asked.message())
        : Optional.empty();
  }
}
