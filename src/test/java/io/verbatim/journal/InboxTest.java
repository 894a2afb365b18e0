package io.verbatim.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
  private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

  @TempDir Path folder;
  private Instant now = START;
  private Journal journal;
  private Inbox inbox;

  @BeforeEach
  void open() {
    journal = Journal.open(folder.resolve("journal.db"), () -> now);
    inbox = journal.inbox();
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void handsOutEachChatInOrder() {
    take(1, update(1, 7, "one"), update(2, 8, "other"), update(3, 7, "two"));

    assertEquals(List.of(7L, 8L), inbox.chats());
    assertEquals("one", answerFirst(7).json());
    assertEquals("two", answerFirst(7).json());
    assertEquals(Optional.empty(), inbox.first(7));
    assertEquals(List.of(8L), inbox.chats());
    assertEquals(1, inbox.waiting());
  }

  @Test
  void keepsWhatWaitsOverARestart() {
    take(1, update(1, 7, "one"), update(2, 7, "two"));
    answerFirst(7);

    reopen();

    assertEquals(1, inbox.waiting());
    Entry entry = inbox.first(7).orElseThrow();
    assertEquals(new Entry(entry.number(), 2, 7, START, 0, "two"), entry);
    assertEquals(3, inbox.position());
  }

  @Test
  void takesAnUpdateOnce() {
    take(1, update(1, 7, "one"), update(2, 7, "two"));
    answerFirst(7);

    assertEquals(0, inbox.take(List.of(update(1, 7, "one"), update(2, 7, "two"))));
    reopen();
    assertEquals(1, take(1, update(1, 7, "one"), update(2, 7, "two"), update(3, 7, "three")));

    assertEquals(2, inbox.waiting());
    assertEquals("two", answerFirst(7).json());
  }

  @Test
  void takesIdsThatBeginLowerAgain() {
    take(1, update(1, 7, "one"), update(2, 7, "two"), update(3, 7, "three"));

    assertEquals(1, take(inbox.position(), update(2, 7, "new two")));

    assertEquals(3, inbox.position());
    assertEquals(0, take(2, update(2, 7, "new two")), "taken already, although not confirmed");
    assertEquals(4, inbox.waiting());
  }

  @Test
  void takesAnIdAgainThatWasSeenLongAgo() {
    inbox.take(List.of(update(1, 7, "one")));
    now = START.plus(Duration.ofDays(8));

    assertEquals(1, inbox.take(List.of(update(1, 7, "a week later"))));
  }

  @Test
  void remembersHowManyPartsOfAReplyHaveArrived() {
    take(1, update(1, 7, "one"));
    inbox.sent(inbox.first(7).orElseThrow(), 2, List.of());

    reopen();

    assertEquals(2, inbox.first(7).orElseThrow().parts());
  }

  @Test
  void tellsHowLongTheOldestHasWaited() {
    assertEquals(Duration.ZERO, inbox.age());
    take(1, update(1, 7, "one"));

    now = START.plusSeconds(90);

    assertEquals(Duration.ofSeconds(90), inbox.age());
  }

  @Test
  void takesTheMarksOfManyAtOnce() throws Exception {
    int chats = 500;
    take(
        1, IntStream.range(0, chats).mapToObj(i -> update(i + 1, i, "?")).toArray(Received[]::new));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var marks = new ArrayList<java.util.concurrent.Future<Entry>>();
      inbox.chats().forEach(chat -> marks.add(threads.submit(() -> answerFirst(chat))));
      for (var mark : marks) {
        mark.get();
      }
    }

    assertEquals(0, inbox.waiting());
    assertEquals(List.of(), inbox.chats());
  }

  @Test
  void refusesWhatComesAfterItsEnd() {
    journal.close();

    var refusal = assertThrows(JournalException.class, () -> take(1, update(1, 7, "late")));

    assertEquals(JournalException.Trouble.CLOSED, refusal.trouble());
  }

  @Test
  void anEntryDoesNotShowItsWords() {
    take(1, update(1, 7, "secret"));

    assertTrue(!inbox.first(7).orElseThrow().toString().contains("secret"));
  }

  private int take(long asked, Received... updates) {
    return inbox.take(List.of(updates), asked, updates[updates.length - 1].update() + 1);
  }

  private Entry answerFirst(long chat) {
    Entry entry = inbox.first(chat).orElseThrow();
    inbox.answered(entry, List.of());
    return entry;
  }

  private Received update(long id, long chat, String words) {
    return new Received(id, chat, now, words);
  }

  private void reopen() {
    journal.close();
    open();
  }
}
