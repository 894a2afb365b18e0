package io.verbatim.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a journal after more of its file was damaged than its checksums put right. */
class RescueTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final int PAGE = 4096;
  private static final int WAITING = 400;
  private static final Remembrance KEPT =
      new Remembrance(Optional.of("How far?"), Optional.empty(), Optional.empty());

  @TempDir Path folder;

  @Test
  void startsWithAFileThatIsNoJournal() throws Exception {
    Files.writeString(file(), "this is a letter to my aunt ".repeat(1000));

    try (var journal = open()) {
      assertEquals(0, journal.inbox().waiting());
    }

    assertEquals(1, setAside());
  }

  @Test
  void savesAllWhenTheBeginningIsOverwritten() throws Exception {
    byte[] secret = fill();
    overwrite(0, 3 * PAGE / 4);

    assertAllIsSaved(secret);
    assertEquals(1, setAside());
  }

  @Test
  void losesOnlyWhatStoodOnAPageThatIsLost() throws Exception {
    fill();
    long pages = Files.size(file()) / PAGE;
    int lostMost = 0;

    byte[] whole = Files.readAllBytes(file());
    for (long page = 1; page < pages; page += 7) {
      leave(whole);
      overwrite(page * PAGE, PAGE);
      try (var journal = open()) {
        int lost = (int) (WAITING - journal.inbox().waiting());
        lostMost = Math.max(lostMost, lost);
        assertEquals(WAITING - lost, journal.inbox().chats().size());
      }
    }

    // Eight updates of this length fit on a page, and a page of addresses leads to hundreds.
    assertTrue(lostMost <= 8, "lost " + lostMost);
  }

  @ParameterizedTest
  @ValueSource(strings = {".new", ".rescued"})
  void aRescueThatIsStoppedBeforeItIsWholeIsBegunAnew(String stopped) throws Exception {
    byte[] secret = fill();
    overwrite(0, 3 * PAGE / 4);
    Path inTheWay = Files.createDirectories(folder.resolve("journal.db" + stopped).resolve("x"));
    assertThrows(JournalException.class, this::open);
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());

    assertAllIsSaved(secret);
  }

  @Test
  void aRescueThatIsStoppedWhenItIsWholeIsEnded() throws Exception {
    byte[] secret = fill();
    try (var journal = open()) {
      journal.inbox().take(List.of(update(9_001, 1)), 0, 9_002);
      // As a rescue leaves it: the new file beside the damaged one, that has a log.
      Files.copy(file(), folder.resolve("damaged"));
      Files.copy(log(), folder.resolve("damaged-wal"));
    }
    byte[] whole = Files.readAllBytes(file());
    Files.move(folder.resolve("damaged"), file(), StandardCopyOption.REPLACE_EXISTING);
    Files.move(folder.resolve("damaged-wal"), log(), StandardCopyOption.REPLACE_EXISTING);
    overwrite(PAGE, PAGE);
    Files.write(folder.resolve("journal.db.rescued"), whole);
    Files.writeString(folder.resolve("journal.db.new"), "half");

    try (var journal = open()) {
      assertEquals(WAITING + 1, journal.inbox().waiting());
      assertArrayEquals(secret, journal.secret());
      assertEquals(9_002, journal.inbox().position());
    }
    assertEquals(0, setAside(), "no second rescue");
    assertFalse(Files.exists(folder.resolve("journal.db.new")));
    assertFalse(Files.exists(folder.resolve("journal.db.rescued")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void startsWhateverBitsAreFlipped(long seed) throws Exception {
    fill();
    var random = new Random(seed);
    byte[] whole = Files.readAllBytes(file());
    for (int trial = 0; trial < 20; trial++) {
      byte[] flipped = whole.clone();
      for (int bit = 0; bit < 3; bit++) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      leave(flipped);

      try (var journal = open()) {
        long waiting = journal.inbox().waiting();
        assertTrue(waiting >= WAITING - 3 * 8, () -> waiting + " left");
        assertEquals(1, journal.inbox().take(List.of(update(100_000 + trial, 77_777))));
      }
      Files.delete(file());
    }
  }

  @Test
  void aWriteThatWasTornIsAsIfItHadNotBegun() throws Exception {
    fill();
    byte[] before = Files.readAllBytes(file());
    byte[] torn;
    try (var journal = open()) {
      journal.inbox().take(List.of(update(9_001, 1)), 0, 9_002);
      journal.inbox().take(List.of(update(9_002, 1)), 0, 9_003);
      byte[] written = Files.readAllBytes(log());
      torn = Arrays.copyOf(written, written.length - 100);
    }
    Files.write(file(), before);
    Files.write(log(), torn);

    try (var journal = open()) {
      assertEquals(WAITING + 1, journal.inbox().waiting());
      assertEquals(9_002, journal.inbox().position());
    }
    assertEquals(0, setAside());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aBitThatFlippedInTheLogOfAKilledBotIsPutRight(long seed) throws Exception {
    byte[] before;
    byte[] log;
    try (var journal = open()) {
      before = Files.readAllBytes(file());
      for (int id = 1; id <= 20; id++) {
        journal.inbox().take(List.of(update(id, id)), 0, id + 1);
      }
      log = Files.readAllBytes(log());
    }
    var random = new Random(seed);
    int exact = 0;
    for (int trial = 0; trial < 40; trial++) {
      byte[] flipped = log.clone();
      // Before the last transaction, for which nothing later vouches.
      int bit = random.nextInt((log.length - 6 * PAGE) * Byte.SIZE);
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      Files.write(file(), before);
      Files.write(log(), flipped);

      assertTrue(LogMending.mend(log()) > 0, "bit " + bit);

      exact += Arrays.equals(log, Files.readAllBytes(log())) ? 1 : 0;
      try (var journal = open()) {
        assertTrue(journal.inbox().waiting() >= 20 - 8, "bit " + bit);
        assertTrue(journal.inbox().chats().contains(20L), "bit " + bit);
      }
    }
    assertTrue(exact >= 24, exact + " of 40 logs are as they were");
  }

  @Test
  void aLogWithoutAWrongBitIsLeftAlone() throws Exception {
    assertEquals(0, LogMending.mend(log()), "there is none");
    try (var journal = open()) {
      journal.inbox().take(List.of(update(1, 1)), 0, 2);
      byte[] log = Files.readAllBytes(log());
      Path copy = folder.resolve("copy");
      for (int length : new int[] {0, 31, 32, 100, log.length - 100, log.length}) {
        Files.write(copy, Arrays.copyOf(log, length));
        assertEquals(0, LogMending.mend(copy), "of " + length);
      }
    }
  }

  private void assertAllIsSaved(byte[] secret) {
    try (var journal = open()) {
      assertEquals(WAITING, journal.inbox().waiting());
      assertEquals(KEPT, journal.recall(new Place(1, 0, 1)));
      assertArrayEquals(secret, journal.secret());
      assertEquals(WAITING + 1, journal.inbox().position());
    }
  }

  private byte[] fill() throws IOException {
    try (var journal = open()) {
      journal
          .inbox()
          .take(
              IntStream.rangeClosed(1, WAITING).mapToObj(id -> update(id, id)).toList(),
              0,
              WAITING + 1);
      LongStream.range(0, 200)
          .forEach(chat -> journal.keep(new Change.Remembered(new Place(chat, 0, chat), KEPT)));
      return journal.secret();
    }
  }

  /** Leaves a file without checksums, as did versions before they were kept. */
  private void leave(byte[] bytes) throws IOException {
    BitGuard.forget(file());
    Files.write(file(), bytes);
  }

  private static Received update(long id, long chat) {
    return new Received(id, chat, NOW, "{\"text\":\"" + "words ".repeat(80) + "\"}");
  }

  private void overwrite(long from, int length) throws IOException {
    var noise = new byte[length];
    new Random(7).nextBytes(noise);
    try (var file = new RandomAccessFile(file().toFile(), "rw")) {
      file.seek(from);
      file.write(noise);
    }
  }

  private Path log() {
    return folder.resolve("journal.db-wal");
  }

  private Path file() {
    return folder.resolve("journal.db");
  }

  private Journal open() {
    return Journal.open(file(), InstantSource.fixed(NOW));
  }

  private long setAside() throws IOException {
    try (var files = Files.list(folder)) {
      List<String> names = files.map(path -> path.getFileName().toString()).toList();
      assertFalse(names.isEmpty());
      return names.stream().filter(name -> name.matches(".*\\.damaged-[0-9T]+")).count();
    }
  }
}
