package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.verbatim.answer.Exchange;
import io.verbatim.article.Address;
import io.verbatim.article.Span;
import io.verbatim.bot.Memory;
import io.verbatim.bot.Note;
import io.verbatim.bot.Request;
import io.verbatim.journal.Entry;
import io.verbatim.journal.Journal;
import io.verbatim.journal.Received;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final long GROUP = -1001;
  private static final Note ASKED =
      new Note.Asked(Note.Outcome.QUOTED, Optional.of("bees.md"), Optional.empty());
  private static final Note SPEAKS_GERMAN = new Note.Speaks(Locale.GERMAN);
  private static final Address PARAGRAPH = new Address("bees.md", 2, new Span(0, 30));

  @TempDir Path folder;
  private Journal journal;
  private Notebook notebook;
  private Entry entry;

  @BeforeEach
  void open() {
    journal = Journal.open(folder.resolve("journal.db"), () -> NOON);
    notebook = new Notebook(journal, () -> NOON, true);
    journal.inbox().take(List.of(new Received(1, 5, NOON, "{}")));
    entry = journal.inbox().first(5).orElseThrow();
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void anEditIsNoQuestionMore() {
    note(asked(5, 5, 70, "Who?"), ASKED);
    note(edited(5, 5, 70, "Who is it?"), ASKED);

    assertEquals(1, journal.statistics(NOON).asked());
  }

  @Test
  void membersShareWhatWasAnsweredAndNothingElse() {
    note(asked(GROUP, 1, 70, "Who?"), exchanged("Who?"), new Note.Read(PARAGRAPH), SPEAKS_GERMAN);

    Memory another = notebook.recall(asked(GROUP, 2, 71, "And why?"));
    Memory anonymous = notebook.recall(asked(GROUP, GROUP, 72, "And why?"));

    Memory shared = Memory.of(Optional.of("Who?"), Optional.empty(), Optional.empty());
    assertEquals(shared, another);
    assertEquals(shared, anonymous);
  }

  @Test
  void whoHasChosenALanguageAndAskedNothingJoinsIn() {
    note(asked(GROUP, 2, 69, "/language"), SPEAKS_GERMAN);
    note(asked(GROUP, 1, 70, "Who?"), exchanged("Who?"));

    assertEquals(
        Memory.of(Optional.of("Who?"), Optional.of(Locale.GERMAN), Optional.empty()),
        notebook.recall(asked(GROUP, 2, 71, "And why?")));
  }

  @Test
  void aLanguageHoldsInAllTopicsAndElseThatOfThePrivateChat() {
    note(asked(GROUP, 8, 1, 70, "/language"), SPEAKS_GERMAN);
    note(asked(GROUP, 9, 1, 71, "Who?"), exchanged("Who?"));
    note(asked(1, 1, 72, "/language"), new Note.Speaks(Locale.FRENCH));

    assertEquals(Optional.of(Locale.GERMAN), language(asked(GROUP, 9, 1, 73, "x")));
    assertEquals(Optional.of(Locale.GERMAN), language(asked(GROUP, 1, 74, "x")));
    assertEquals(Optional.of(Locale.FRENCH), language(asked(GROUP - 1, 9, 1, 75, "x")));
    assertEquals(Optional.empty(), language(asked(GROUP, 9, 2, 76, "x")));
    assertEquals(
        Optional.empty(), notebook.recall(asked(GROUP, 8, 1, 77, "x")).question(), "asked in 9");
  }

  @Test
  void anOlderQuestionLeansOnWhatItLeanedOnOnceItIsEdited() {
    note(asked(5, 5, 70, "Who is Ann?"), exchanged("Who is Ann?"));
    note(asked(5, 5, 71, "And why?"), exchanged("And why, Ann?"));
    note(asked(5, 5, 72, "Who is Ben?"), exchanged("Who is Ben?"));

    assertEquals(
        Optional.of("Who is Ann?"), notebook.recall(edited(5, 5, 71, "And how?")).question());
    assertEquals(Optional.empty(), notebook.recall(edited(5, 5, 70, "Who?")).question());
  }

  @Test
  void whatIsForgottenIsNotLeanedOnByAnEdit() {
    for (long chat : new long[] {5, GROUP}) {
      note(asked(chat, 5, 70, "Who is Ann?"), exchanged("Who is Ann?"));
      note(asked(chat, 5, 71, "And why?"), exchanged("And why, Ann?"));
    }

    note(asked(5, 5, 72, "/forget"), new Note.Forgotten());

    for (long chat : new long[] {5, GROUP}) {
      assertEquals(Memory.NONE, notebook.recall(edited(chat, 5, 71, "And how?")));
    }
  }

  @Test
  void whatWasAskedInAChatThatIsLeftIsNotLeanedOn() {
    note(asked(GROUP, 5, 70, "Who is Ann?"), exchanged("Who is Ann?"));
    note(asked(GROUP, 5, 71, "And why?"), exchanged("And why, Ann?"));

    journal.keep(notebook.left(GROUP));

    assertEquals(Memory.NONE, notebook.recall(edited(GROUP, 5, 71, "And how?")));
  }

  private void note(Incoming.Wanted wanted, Note... notes) {
    notebook.changes(entry, wanted, List.of(notes)).forEach(journal::keep);
  }

  private Optional<Locale> language(Incoming.Wanted wanted) {
    return notebook.recall(wanted).language();
  }

  private static Note exchanged(String question) {
    return new Note.Exchanged(new Exchange(question));
  }

  private static Incoming.Asked asked(long chat, long by, int message, String text) {
    return asked(chat, OptionalInt.empty(), by, message, false, text);
  }

  private static Incoming.Asked asked(long chat, int topic, long by, int message, String text) {
    return asked(chat, OptionalInt.of(topic), by, message, false, text);
  }

  private static Incoming.Asked edited(long chat, long by, int message, String text) {
    return asked(chat, OptionalInt.empty(), by, message, true, text);
  }

  private static Incoming.Asked asked(
      long chat, OptionalInt topic, long by, int message, boolean edited, String text) {
    return new Incoming.Asked(
        chat, message, topic, by, edited, new Request.Message(text, Locale.ENGLISH));
  }
}
