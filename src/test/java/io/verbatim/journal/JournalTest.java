package io.verbatim.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.verbatim.journal.Remembrance.Bookmark;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class JournalTest {
  private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
  private static final Place PLACE = new Place(-100, 9, 1);
  private static final Remembrance KEPT =
      new Remembrance(
          Optional.of("How far do bees fly?"),
          Optional.of("de"),
          Optional.of(new Bookmark("bees.txt", 2, 0, 30)));

  @TempDir Path folder;
  private Instant now = START;
  private Journal journal;

  @BeforeEach
  void open() {
    journal = Journal.open(folder.resolve("journal.db"), () -> now);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void keepsItsSecret() {
    byte[] secret = journal.secret();

    reopen();

    assertEquals(32, secret.length);
    assertArrayEquals(secret, journal.secret());
  }

  @Test
  void remembersAPlace() {
    journal.keep(new Change.Remembered(PLACE, KEPT));
    var half = new Remembrance(Optional.empty(), Optional.of("fr"), Optional.empty());
    journal.keep(new Change.Remembered(new Place(1, 0, 1), half));

    reopen();

    assertEquals(KEPT, journal.recall(PLACE));
    assertEquals(half, journal.recall(new Place(1, 0, 1)));
    assertEquals(Remembrance.NONE, journal.recall(new Place(-100, 0, 1)));
  }

  @Test
  void forgetsSomebodyEverywhereAndOnlyThatOne() {
    var others = new Place(-100, 9, 2);
    var common = new Place(-100, 9, -100);
    var elsewhere = new Place(-200, 0, -200);
    var another = new Remembrance(Optional.of("What else?"), Optional.empty(), Optional.empty());
    for (Place place : List.of(PLACE, new Place(1, 0, 1), new Place(-200, 0, 1), others, common)) {
      journal.keep(new Change.Remembered(place, KEPT));
    }
    journal.keep(new Change.Remembered(elsewhere, another));
    journal.keep(vote(1, true, Optional.of("words")));

    journal.keep(new Change.Forgotten(1));

    for (Place place : List.of(PLACE, new Place(1, 0, 1), new Place(-200, 0, 1))) {
      assertEquals(Remembrance.NONE, journal.recall(place));
    }
    assertEquals(KEPT, journal.recall(others));
    assertEquals(Optional.empty(), journal.recall(common).question());
    assertEquals(another, journal.recall(elsewhere));
    assertEquals(List.of(new Vote("bees.txt", true, Optional.empty(), START)), votes());
  }

  @Test
  void forgetsAChat() {
    journal.keep(new Change.Remembered(PLACE, KEPT));
    journal.keep(new Change.Remembered(new Place(-100, 0, 2), KEPT));
    journal.keep(new Change.Remembered(new Place(5, 0, 5), KEPT));

    journal.keep(new Change.ChatForgotten(-100));

    assertEquals(Remembrance.NONE, journal.recall(PLACE));
    assertEquals(Remembrance.NONE, journal.recall(new Place(-100, 0, 2)));
    assertEquals(KEPT, journal.recall(new Place(5, 0, 5)));
  }

  @Test
  void followsAChatToItsNewId() {
    journal.keep(new Change.Remembered(PLACE, KEPT));
    journal.keep(new Change.Remembered(new Place(-100, 0, -100), KEPT));

    journal.keep(new Change.ChatMoved(-100, -1005));

    assertEquals(Remembrance.NONE, journal.recall(PLACE));
    assertEquals(KEPT, journal.recall(new Place(-1005, 9, 1)));
    assertEquals(KEPT, journal.recall(new Place(-1005, 0, -1005)));
    assertEquals(Map.of(-1005L, -100L), journal.moved());
  }

  @Test
  void forgetsWhatWasNotTouchedForAMonth() {
    journal.keep(new Change.Remembered(PLACE, KEPT));
    now = START.plus(Duration.ofDays(20));
    journal.keep(new Change.Remembered(new Place(5, 0, 5), KEPT));
    now = START.plus(Duration.ofDays(31));

    reopen();

    assertEquals(Remembrance.NONE, journal.recall(PLACE));
    assertEquals(KEPT, journal.recall(new Place(5, 0, 5)));
  }

  @Test
  void whoGoesOnAskingKeepsWhatHoldsElsewhere() {
    var whole = new Place(-100, 0, 1);
    var privately = new Place(1, 0, 1);
    var another = new Place(-100, 0, 2);
    for (Place place : List.of(whole, privately, another)) {
      journal.keep(new Change.Remembered(place, KEPT));
    }
    now = START.plus(Duration.ofDays(20));
    journal.keep(new Change.Remembered(PLACE, KEPT));
    now = START.plus(Duration.ofDays(31));

    reopen();

    assertEquals(KEPT, journal.recall(whole));
    assertEquals(KEPT, journal.recall(privately));
    assertEquals(Remembrance.NONE, journal.recall(another));
  }

  @Test
  void takesOverAFileOfTheFirstVersion() throws Exception {
    Path file = folder.resolve("old.db");
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:io/verbatim/journal/migration")
        .target("1")
        .load()
        .migrate();
    try (var database = Database.open(file)) {
      database.run("insert into reply values (7, 100, 0, 501, 4000, ?)", START.toEpochMilli());
    }

    try (var old = Journal.open(file, () -> now)) {
      assertEquals(List.of(new Part(501, OptionalLong.empty())), old.reply(7, 100));
    }
  }

  @Test
  void knowsTheMessagesOfAReply() {
    journal.keep(new Change.Replied(7, 100, 0, part(501, 8)));
    journal.keep(new Change.Replied(7, 100, 1, part(502, 8)));
    journal.keep(new Change.Replied(7, 100, 0, part(501, 9)));
    assertEquals(List.of(part(501, 9), part(502, 8)), journal.reply(7, 100));

    assertEquals(OptionalInt.of(100), journal.question(7, 502));
    assertEquals(OptionalInt.empty(), journal.question(8, 502));

    journal.keep(new Change.ReplyShortened(7, 100, 1));
    assertEquals(List.of(part(501, 9)), journal.reply(7, 100));

    now = START.plus(Duration.ofHours(49));
    reopen();
    assertEquals(List.of(), journal.reply(7, 100));
  }

  @Test
  void countsTheLastVoteOfEach() {
    journal.keep(vote(1, true, Optional.empty()));
    journal.keep(vote(2, true, Optional.empty()));
    journal.keep(vote(1, false, Optional.of("why?")));

    assertEquals(List.of(new Vote.Tally("bees.txt", 1, 1)), journal.tallies());
    assertEquals(Optional.of("why?"), votes().getLast().question());
  }

  @Test
  void tellsWhatWasAsked() {
    for (int i = 1; i <= 20; i++) {
      asked("quoted", Optional.of("Honey"), Duration.ofMillis(i == 20 ? 4000 : 100), "");
    }
    asked("quoted", Optional.empty(), Duration.ofMillis(100), "");
    asked("not-covered", Optional.empty(), Duration.ofMillis(100), "quantum?");
    asked("not-covered", Optional.empty(), Duration.ofMillis(100), "quantum?");

    Statistics figures = journal.statistics(START);

    assertEquals(Map.of("quoted", 21L, "not-covered", 2L), figures.outcomes());
    assertEquals(23, figures.asked());
    assertEquals(Optional.of(Duration.ofMillis(108)), figures.median(), "100 ms, within 19 %");
    assertEquals(figures.median(), figures.slow());
    assertEquals(
        List.of(
            new Statistics.Section("bees.txt", "Honey", 20),
            new Statistics.Section("bees.txt", "", 1)),
        figures.sections());
    assertEquals(List.of(new Statistics.Uncovered("quantum?", 2)), figures.uncovered());
    assertEquals(0, journal.statistics(START.plus(Duration.ofDays(1))).asked());
  }

  @Test
  void countsWhatWasGivenUp() {
    journal.keep(new Change.GivenUp(1, 7, "java.lang.IllegalStateException"));

    assertEquals(1, journal.givenUp());
    now = START.plus(Duration.ofDays(91));
    reopen();
    assertEquals(0, journal.givenUp());
  }

  @Test
  void leavesNoWordsOnTheDiskOfWhatWasAnswered() throws Exception {
    String words = "an unmistakable question";
    var inbox = journal.inbox();
    inbox.take(List.of(new Received(1, 7, now, words)), 0, 2);
    inbox.answered(inbox.first(7).orElseThrow(), List.of());

    reopen();

    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(words), file.toString());
      }
    }
  }

  @Test
  void givesTheDiskBackWhatABacklogTook() throws Exception {
    var inbox = journal.inbox();
    String words = "long ".repeat(1000);
    for (int batch = 0; batch < 20; batch++) {
      var updates = new ArrayList<Received>();
      for (int i = 0; i < 50; i++) {
        updates.add(new Received(batch * 50 + i, 7, now, words));
      }
      inbox.take(updates);
    }
    for (int i = 0; i < 1000; i++) {
      inbox.answered(inbox.first(7).orElseThrow(), List.of());
    }

    reopen();

    long size = Files.size(folder.resolve("journal.db"));
    assertEquals(0, size / 1_000_000, () -> size + " bytes");
  }

  private void asked(String outcome, Optional<String> section, Duration latency, String question) {
    Optional<String> article =
        outcome.equals("quoted") ? Optional.of("bees.txt") : Optional.empty();
    journal.keep(
        new Change.Asked(
            outcome, article, section, latency, Optional.of(question).filter(q -> !q.isEmpty())));
  }

  private static Part part(int message, long words) {
    return new Part(message, OptionalLong.of(words));
  }

  private Change vote(long person, boolean good, Optional<String> question) {
    return new Change.Voted(-100, 501, person, "bees.txt", good, question);
  }

  private List<Vote> votes() {
    return journal.feedback().votes();
  }

  private void reopen() {
    journal.close();
    open();
  }
}
