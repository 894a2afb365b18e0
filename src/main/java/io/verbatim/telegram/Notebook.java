package io.verbatim.telegram;

import io.verbatim.article.Address;
import io.verbatim.article.Span;
import io.verbatim.bot.Memory;
import io.verbatim.bot.Note;
import io.verbatim.journal.Change;
import io.verbatim.journal.Entry;
import io.verbatim.journal.Journal;
import io.verbatim.journal.Place;
import io.verbatim.journal.Remembrance;
import io.verbatim.journal.Remembrance.Bookmark;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the conversation remembers, as the journal keeps it. Safe for use by many threads. */
final class Notebook {
  private final Journal journal;
  private final InstantSource clock;
  private final boolean questions;
  private final Precedents precedents = new Precedents();

  /**
   * @param questions whether the operator wants questions kept that are voted on or not covered
   */
  Notebook(Journal journal, InstantSource clock, boolean questions) {
    this.journal = journal;
    this.clock = clock;
    this.questions = questions;
  }

  /**
   * What is remembered of whoever wants something where it is wanted. An edited question does not
   * remember itself. Who has asked nothing yet joins in with what was last answered to others, but
   * neither speaks nor reads as they do.
   */
  Memory recall(Incoming.Wanted wanted) {
    return precedents.before(wanted, joined(wanted.places()));
  }

  /** The language that a reader chose in a chat, else in the private one. */
  Optional<Locale> language(Incoming.Place place) {
    return Stream.of(place.everywhere(), Incoming.Place.privately(place.by()))
        .distinct()
        .flatMap(where -> recall(where).language().stream())
        .findFirst();
  }

  /**
   * What a reader has, and of what others have the exchange where the reader has none.
   *
   * @param places the reader's own first, that of all who ask there last
   */
  private Memory joined(List<Incoming.Place> places) {
    Memory own = recall(places.getFirst());
    return new Memory(
        own.exchange().or(() -> recall(places.getLast()).exchange()),
        language(places.getFirst()),
        own.bookmark());
  }

  /** What is to be forgotten when the bot is no member of a chat any more. */
  Change left(long chat) {
    precedents.forget(chat);
    return new Change.ChatForgotten(chat);
  }

  /** What a delivered reply leaves behind. */
  List<Change> changes(Entry entry, Incoming.Wanted wanted, List<Note> notes) {
    if (notes.isEmpty()) {
      return List.of();
    }
    Memory before = joined(wanted.places());
    precedents.note(wanted, before, notes);
    var changes = new ArrayList<Change>(remembered(wanted, notes));
    var latency = Duration.between(entry.received(), clock.instant());
    for (Note note : notes) {
      switch (note) {
        case Note.Asked _ when isEdited(wanted) -> {} // it was counted as it was first asked
        case Note.Asked(var outcome, var article, var section) ->
            changes.add(
                new Change.Asked(
                    word(outcome), article, section, latency, uncovered(outcome, notes)));
        case Note.Voted(String article, boolean good) ->
            changes.add(
                new Change.Voted(
                    wanted.chat(),
                    message(wanted),
                    wanted.by(),
                    article,
                    good,
                    judged(wanted, before)));
        case Note.Forgotten() -> changes.add(new Change.Forgotten(wanted.by()));
        case Note.Exchanged _, Note.Speaks _, Note.Read _ -> {}
      }
    }
    return changes;
  }

  private static boolean isEdited(Incoming.Wanted wanted) {
    return wanted instanceof Incoming.Asked asked && asked.edited();
  }

  /** The question that was not covered, if it is to be kept. */
  private Optional<String> uncovered(Note.Outcome outcome, List<Note> notes) {
    return questions && outcome == Note.Outcome.NOT_COVERED
        ? Memory.NONE.after(notes).question()
        : Optional.empty();
  }

  /**
   * The question that a judged answer replies to, if it is to be kept: as it was searched where it
   * is the last one asked, since a follow-up says little by itself.
   */
  private Optional<String> judged(Incoming.Wanted wanted, Memory before) {
    if (!questions || !(wanted instanceof Incoming.Pressed pressed)) {
      return Optional.empty();
    }
    Optional<String> last = before.question();
    return pressed
        .answered()
        .filter(words -> last.filter(searched -> searched.contains(words)).isEmpty())
        .or(() -> last.filter(_ -> pressed.owner().includes(pressed.by())));
  }

  /** What each place remembers from now on. */
  private List<Change> remembered(Incoming.Wanted wanted, List<Note> notes) {
    var noted = new LinkedHashMap<Incoming.Place, List<Note>>();
    for (Note note : notes) {
      for (Incoming.Place place : places(wanted, note)) {
        noted.computeIfAbsent(place, _ -> new ArrayList<>()).add(note);
      }
    }
    var changes = new ArrayList<Change>();
    noted.forEach((place, some) -> {
      Memory before = recall(place);
      Memory after = before.after(some);
      if (!after.equals(before)) {
        changes.add(new Change.Remembered(place(place), remembrance(after)));
      }
    });
    return changes;
  }

  /** Where a note belongs: of what is a reader's own, others get nothing. */
  private static List<Incoming.Place> places(Incoming.Wanted wanted, Note note) {
    Incoming.Place own = wanted.places().getFirst();
    return switch (note) {
      case Note.Exchanged _ -> wanted.places();
      case Note.Speaks _ -> List.of(own.everywhere());
      case Note.Read _ -> List.of(own);
      case Note.Forgotten _, Note.Asked _, Note.Voted _ -> List.of();
    };
  }

  private static int message(Incoming.Wanted wanted) {
    return switch (wanted) {
      case Incoming.Asked asked -> asked.message();
      case Incoming.Pressed pressed -> pressed.message();
      case Incoming.Added _ -> 0;
    };
  }

  private Memory recall(Incoming.Place place) {
    Remembrance kept = journal.recall(place(place));
    return Memory.of(
        kept.question(),
        kept.language().map(Locale::forLanguageTag),
        kept.bookmark().map(Notebook::address));
  }

  private static Address address(Bookmark bookmark) {
    return new Address(
        bookmark.article(), bookmark.paragraph(), new Span(bookmark.start(), bookmark.end()));
  }

  private static Remembrance remembrance(Memory memory) {
    return new Remembrance(
        memory.question(),
        memory.language().map(Locale::toLanguageTag),
        memory
            .bookmark()
            .map(at ->
                new Bookmark(at.article(), at.paragraph(), at.span().start(), at.span().end())));
  }

  private static Place place(Incoming.Place place) {
    return new Place(place.chat(), place.topic().orElse(0), place.by());
  }

  private static String word(Note.Outcome outcome) {
    return switch (outcome) {
      case QUOTED -> "quoted";
      case RELATED -> "related";
      case NOT_COVERED -> "not-covered";
    };
  }
}
