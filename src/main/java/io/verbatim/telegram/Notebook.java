package io.verbatim.telegram;

import io.verbatim.article.Address;
import io.verbatim.article.Span;
import io.verbatim.bot.Memory;
import io.verbatim.bot.Note;
import io.verbatim.journal.Change;
import io.verbatim.journal.Entry;
import io.verbatim.journal.Journal;
import io.verbatim.journal.Part;
import io.verbatim.journal.Place;
import io.verbatim.journal.Remembrance;
import io.verbatim.journal.Remembrance.Bookmark;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
   * remember itself.
   */
  Memory recall(Incoming.Wanted wanted) {
    List<Memory> memories = wanted.places().stream().map(this::recall).toList();
    Memory memory = precedents.before(wanted, joined(memories));
    return new Memory(
        memory.exchange(),
        memory.language().or(() -> language(Incoming.Place.privately(wanted.by()))),
        memory.bookmark());
  }

  /** The language that a reader chose in a place, else in the private chat. */
  Optional<Locale> language(Incoming.Place place) {
    var privately = Incoming.Place.privately(place.by());
    return recall(place)
        .language()
        .or(() -> place.equals(privately) ? Optional.empty() : recall(privately).language());
  }

  /**
   * What a reader leans on: who has no memory joins in with what was last answered to others, but
   * neither speaks nor reads as they do.
   *
   * @param memories the reader's own first, that of all who ask there last
   */
  private static Memory joined(List<Memory> memories) {
    Memory own = memories.getFirst();
    return own.equals(Memory.NONE)
        ? new Memory(memories.getLast().exchange(), Optional.empty(), Optional.empty())
        : own;
  }

  /** Ids of the messages that an earlier reply has left: only an edited question has some. */
  List<Integer> standing(Incoming.Wanted wanted) {
    return wanted instanceof Incoming.Asked asked && asked.edited()
        ? journal.reply(asked.chat(), asked.message()).stream().map(Part::message).toList()
        : List.of();
  }

  /** What a delivered reply leaves behind. */
  List<Change> changes(Entry entry, Incoming.Wanted wanted, List<Note> notes) {
    if (notes.isEmpty()) {
      return List.of();
    }
    List<Incoming.Place> places = wanted.places();
    List<Memory> memories = places.stream().map(this::recall).toList();
    Memory before = joined(memories);
    precedents.note(wanted, before, notes);
    var changes = new ArrayList<Change>();
    for (int i = 0; i < places.size(); i++) {
      changes.addAll(changes(places.get(i), memories.get(i), notes));
    }
    var latency = Duration.between(entry.received(), clock.instant());
    for (Note note : notes) {
      switch (note) {
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
        case Note.Exchanged _, Note.Speaks _, Note.Read _, Note.Forgotten _ -> {}
      }
    }
    return changes;
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

  private static List<Change> changes(Incoming.Place place, Memory before, List<Note> notes) {
    var changes = new ArrayList<Change>();
    Memory after = before.after(notes);
    if (notes.contains(new Note.Forgotten())) {
      changes.add(new Change.Forgotten(place(place)));
    }
    if (!after.equals(before)) {
      changes.add(new Change.Remembered(place(place), remembrance(after)));
    }
    return changes;
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
