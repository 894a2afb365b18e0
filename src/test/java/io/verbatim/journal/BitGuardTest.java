package io.verbatim.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One wrong bit, wherever it is, costs nothing. */
class BitGuardTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final int PAGE = 4096;
  private static final int WAITING = 300;
  private static final Place PLACE = new Place(1, 0, 1);
  private static final Remembrance KEPT =
      new Remembrance(Optional.of("How far?"), Optional.empty(), Optional.empty());

  /** Has no divisor in common with the size of a page or a word. */
  private static final int STEP = 251;

  @TempDir Path folder;
  private Path file;
  private Path log;
  private Path pageSums;
  private Path frameSums;
  private List<Path> all;

  /** What a killed bot left behind: some of it in the log alone. */
  private List<byte[]> left;

  private byte[] secret;

  @BeforeEach
  void leaveAJournal() throws Exception {
    file = folder.resolve("journal.db");
    log = folder.resolve("journal.db-wal");
    pageSums = folder.resolve("journal.db-sums");
    frameSums = folder.resolve("journal.db-wal-sums");
    all = List.of(file, log, pageSums, frameSums);
    try (var journal = open()) {
      take(journal, 1, WAITING / 2);
      journal.keep(new Change.Remembered(PLACE, KEPT));
      secret = journal.secret();
    }
    try (var journal = open()) {
      for (int id = WAITING / 2 + 1; id <= WAITING; id += 10) {
        take(journal, id, id + 9);
      }
      for (long chat = 1; chat <= 20; chat++) {
        journal.inbox().answered(journal.inbox().first(chat).orElseThrow(), List.of());
      }
      left = all.stream().map(BitGuardTest::bytes).toList();
    }
  }

  @Test
  void everyBitOfTheFileIsPutRightBeforeItIsOpened() throws Exception {
    closeCleanly();
    byte[] whole = bytes(file);
    for (int bit = 0; bit < PAGE * Byte.SIZE; bit += STEP) {
      byte[] flipped = whole.clone();
      for (int page = 0; page < whole.length; page += PAGE) {
        flip(flipped, page, bit);
      }
      rot(file, flipped);

      BitGuard.mend(file);

      assertArrayEquals(whole, bytes(file), "bit " + bit + " of each page");
    }
  }

  @Test
  void everyBitOfTheLogIsPutRightBeforeItIsOpened() throws Exception {
    byte[] whole = left.get(1);
    for (int bit = 0; bit < LogFrames.FRAME * Byte.SIZE; bit += STEP) {
      byte[] flipped = whole.clone();
      flip(flipped, 0, bit % (LogFrames.HEADER * Byte.SIZE));
      for (int frame = LogFrames.HEADER; frame < whole.length; frame += LogFrames.FRAME) {
        flip(flipped, frame, bit);
      }
      leave();
      rot(log, flipped);

      BitGuard.mend(file);

      assertArrayEquals(whole, bytes(log), "bit " + bit + " of each frame");
    }
  }

  @Test
  void everyUpdateIsThereWhereverABitWasFlipped() throws Exception {
    var random = new Random(1);
    for (int which = 0; which < all.size(); which++) {
      byte[] whole = left.get(which);
      int step = all.get(which).equals(log) ? 5 * PAGE : PAGE;
      for (int from = 0; from < whole.length; from += step) {
        int bit = random.nextInt(Math.min(PAGE, whole.length - from) * Byte.SIZE);
        leave();
        rot(all.get(which), flipped(whole, from, bit));

        assertNothingIsLost(all.get(which) + " from " + from + ", bit " + bit);
      }
    }
  }

  @Test
  void everyUpdateIsThereWhateverBitOfTheHeaderWasFlipped() throws Exception {
    closeCleanly();
    byte[] whole = bytes(file);
    byte[] sums = bytes(pageSums);
    for (int bit = 0; bit < 100 * Byte.SIZE; bit += 13) {
      rot(file, flipped(whole, 0, bit));
      Files.write(pageSums, sums);
      Files.setLastModifiedTime(pageSums, Files.getLastModifiedTime(file));

      assertNothingIsLost("bit " + bit);
    }
  }

  @Test
  void aFileThatWasPutBackFromABackupIsLeftAsItIs() throws Exception {
    closeCleanly();
    byte[] backup = bytes(file);
    try (var journal = open()) {
      for (int id = 1_001; id < 1_100; id++) {
        take(journal, id, id);
      }
    }
    Files.write(file, backup);

    BitGuard.mend(file);

    assertArrayEquals(backup, bytes(file));
    assertNothingIsLost("backup");
  }

  @Test
  void aFileWithoutChecksumsIsGuardedFromTheNextStartOn() throws Exception {
    closeCleanly();
    Files.delete(pageSums);
    Files.delete(frameSums);
    closeCleanly();

    assertAWrongBitIsPutRight();
  }

  private void assertAWrongBitIsPutRight() throws Exception {
    byte[] whole = bytes(file);
    rot(file, flipped(whole, whole.length / 2, 5));

    BitGuard.mend(file);

    assertArrayEquals(whole, bytes(file));
  }

  @Test
  void aBitThatAnotherProgramChangedStaysChanged() throws Exception {
    closeCleanly();
    FileTime closed = Files.getLastModifiedTime(file);
    byte[] changed = flipped(bytes(file), 5 * PAGE, 77);
    Files.write(file, changed);
    Files.setLastModifiedTime(file, FileTime.from(closed.toInstant().plusSeconds(1)));

    BitGuard.mend(file);

    assertArrayEquals(changed, bytes(file));
  }

  @Test
  void checksumsThatAreGivenUpStayEmptyUntilTheNextStart() throws Exception {
    closeCleanly();
    try (var guard = BitGuard.over(file);
        var database = Database.open(file)) {
      guard.giveUp(new IOException("of a test"));
      database.execute("insert into fact (name, value) values ('test', 1)");
      guard.committed();
      guard.empty(database, "passive");

      assertEquals(0, Files.size(pageSums));
      assertEquals(0, Files.size(frameSums));
    }
    closeCleanly();

    assertAWrongBitIsPutRight();
  }

  @Test
  void readingTheFeedbackLeavesWhatAKilledBotLeftAsItIs() throws Exception {
    leave();
    byte[] flipped = flipped(left.get(1), LogFrames.HEADER + LogFrames.FRAME, 99);
    rot(log, flipped);

    assertEquals(List.of(), Feedback.read(file).votes());

    assertArrayEquals(left.get(0), bytes(file));
    assertArrayEquals(flipped, bytes(log));
    assertNothingIsLost("feedback");
  }

  private void assertNothingIsLost(String why) {
    try (var journal = open()) {
      for (long id = 21; id <= WAITING; id++) {
        Entry entry = journal.inbox().first(id).orElseThrow(() -> new AssertionError(why));
        assertEquals(
            new Received(id, id, NOW, words(id)),
            new Received(entry.update(), entry.chat(), entry.received(), entry.json()),
            why);
        assertEquals(0, entry.parts(), why);
      }
      assertEquals(WAITING - 20, journal.inbox().waiting(), why);
      assertEquals(WAITING + 1, journal.inbox().position(), why);
      assertEquals(KEPT, journal.recall(PLACE), why);
      assertArrayEquals(secret, journal.secret(), why);
    }
  }

  /** Puts back what the killed bot left. */
  private void leave() throws IOException {
    Files.deleteIfExists(folder.resolve("journal.db-shm"));
    for (int i = 0; i < all.size(); i++) {
      Files.write(all.get(i), left.get(i));
    }
  }

  private void closeCleanly() throws IOException {
    if (Files.exists(log)) {
      leave();
    }
    open().close();
  }

  /** The disk changes a file, without a word of when. */
  private static void rot(Path file, byte[] bytes) throws IOException {
    FileTime written = Files.getLastModifiedTime(file);
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, written);
  }

  private static byte[] flipped(byte[] whole, int at, int bit) {
    byte[] flipped = whole.clone();
    flip(flipped, at, bit);
    return flipped;
  }

  private static void flip(byte[] bytes, int from, int bit) {
    bytes[from + bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An update in a chat of its own. */
  private static void take(Journal journal, long from, long to) {
    List<Received> updates =
        IntStream.rangeClosed((int) from, (int) to)
            .mapToObj(id -> new Received(id, id, NOW, words(id)))
            .toList();
    journal.inbox().take(updates, 0, to + 1);
  }

  /** The longest does not fit on a page. */
  private static String words(long id) {
    return "{\"text\":\""
        + ("words of " + id + " ").repeat((int) (id % 50 == 0 ? 500 : id % 90))
        + "\"}";
  }

  private Journal open() {
    return Journal.open(file, InstantSource.fixed(NOW));
  }
}
