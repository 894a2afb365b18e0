package io.verbatim.journal;

import io.verbatim.journal.Checksums.Blocks;
import io.verbatim.journal.Checksums.Findings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a wrong bit from spoiling a database file or its write-ahead log: the checksum of each page
 * and each frame that is written is noted, and what differs from it in one bit is put right at the
 * next start, before SQLite sees it.
 *
 * <p>The checksum of a page is that of its newest version, which may stand in the log alone. So
 * checksums of pages are on disk before the log is emptied, and it is emptied by {@link #empty}
 * alone. Those of frames are left to the system: they outlive a kill, and what a loss of power
 * takes of them {@link LogMending} does without.
 *
 * <p>Where another program has written the file, a bit that it changed would be taken for a wrong
 * one. So the checksums are sealed with when the file was changed last, which a bit that the disk
 * changes leaves as it is. For one thread at a time.
 */
final class BitGuard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BitGuard.class);
  private static final String WRITE_AHEAD = "-wal";
  private static final String PAGE_SUMS = "-sums";
  private static final String FRAME_SUMS = "-wal-sums";
  private static final Blocks PAGES = new Blocks(0, LogFrames.PAGE);
  private static final Blocks FRAMES = new Blocks(LogFrames.HEADER, LogFrames.FRAME);

  /** Frames in the log after which SQLite, too, would empty it. */
  private static final int MANY = 1_000;

  private final Path file;
  private final Checksums pages;
  private final Checksums frames;
  private final LogFrames log;
  private int written;

  /** Whether nothing is noted until the next start. */
  private boolean givenUp;

  private BitGuard(Path file) throws IOException {
    this.file = file;
    pages = Checksums.open(Folder.beside(file, PAGE_SUMS));
    frames = Checksums.open(Folder.beside(file, FRAME_SUMS));
    log = new LogFrames(Folder.beside(file, WRITE_AHEAD));
  }

  /**
   * Puts wrong bits right, and logs it. To be called while nobody has the file open.
   *
   * @throws IOException if something cannot be read or written
   */
  static void mend(Path file) throws IOException {
    try (var guard = new BitGuard(file)) {
      guard.mendLog();
      guard.mendFile();
      // Whoever opens and closes the file next empties the log.
      guard.prepare();
    }
  }

  /** Guards a file from now on that is as it should be. Nobody may have it open yet. */
  static BitGuard over(Path file) throws IOException {
    var guard = new BitGuard(file);
    try {
      guard.begin();
    } catch (IOException e) {
      guard.giveUp(e);
    }
    return guard;
  }

  /** Forgets all checksums of a file, which is about to be written by others. */
  static void forget(Path file) throws IOException {
    for (String suffix : List.of(PAGE_SUMS, FRAME_SUMS)) {
      Files.deleteIfExists(Folder.beside(file, suffix));
    }
  }

  /** Notes what was committed since the last time. */
  void committed() {
    try {
      note();
    } catch (IOException | RuntimeException e) {
      giveUp(e);
    }
  }

  /** Whether so much is in the log that it should be emptied. */
  boolean isDue() {
    return written >= MANY;
  }

  /**
   * Moves what is in the log to the file.
   *
   * @param mode that {@code wal_checkpoint} knows
   */
  void empty(Database database, String mode) throws SQLException {
    prepare();
    written = 0;
    database.execute("pragma wal_checkpoint(" + mode + ")");
    seal();
  }

  /** Notes that the checksums are those of the file as it is now, with nothing in its log. */
  void seal() {
    try {
      pages.seal(file);
    } catch (IOException e) {
      giveUp(e);
    }
  }

  /** Readies the checksums for the log to be emptied. */
  void prepare() {
    try {
      note();
      pages.force();
    } catch (IOException e) {
      giveUp(e);
    }
  }

  @Override
  public void close() throws IOException {
    pages.close();
    frames.close();
    log.close();
  }

  private void begin() throws IOException {
    pages.clear();
    frames.clear();
    try (var bytes = FileChannel.open(file, StandardOpenOption.READ)) {
      var page = ByteBuffer.allocateDirect(LogFrames.PAGE);
      for (int i = 0; bytes.read(page.clear(), (long) i * LogFrames.PAGE) > 0; i++) {
        pages.put(i, WrongBit.checksum(page.flip()));
      }
    }
    note(); // another process may have kept the log from being emptied
    pages.force();
  }

  private void note() throws IOException {
    written +=
        log.read(
            new LogFrames.Taker() {
              @Override
              public void begin(ByteBuffer header) throws IOException {
                put(frames, 0, header);
              }

              @Override
              public void take(int number, int page, ByteBuffer bytes) throws IOException {
                put(frames, number + 1, bytes);
                put(pages, page - 1, bytes.slice(LogFrames.FRAME_HEADER, LogFrames.PAGE));
              }
            });
  }

  private void put(Checksums sums, int block, ByteBuffer bytes) throws IOException {
    if (!givenUp) {
      sums.put(block, WrongBit.checksum(bytes));
    }
  }

  /**
   * Forgets all checksums and notes no more until the next start: without them nothing is put
   * right, with wrong ones something might be put wrong.
   */
  void giveUp(Exception reason) {
    if (givenUp) {
      return;
    }
    givenUp = true;
    LOG.warn("the checksums of {} cannot be kept: {}", file, reason.toString());
    for (Checksums sums : List.of(pages, frames)) {
      try {
        sums.discard();
      } catch (IOException e) {
        LOG.warn("nor can they be deleted: {}", e.toString());
      }
    }
  }

  private void mendLog() throws IOException {
    Path path = Folder.beside(file, WRITE_AHEAD);
    if (Files.notExists(path)) {
      return;
    }
    int mended;
    try (var bytes = openToMend(path)) {
      // A checksum of an earlier log differs in many bits: each log is marked by random ones.
      Findings findings = frames.compare(bytes, FRAMES, _ -> true);
      Checksums.mend(bytes, findings.wrong());
      mended = findings.wrong().size();
    }
    mended += LogMending.mend(path);
    if (mended > 0) {
      tellMended(path, mended);
    }
  }

  private void mendFile() throws IOException {
    if (Files.notExists(file)) {
      return;
    }
    boolean closed = isClosed();
    if (closed && !pages.isSealed(file)) {
      if (!pages.isEmpty()) {
        LOG.warn("{} is not as it was closed: its checksums are made anew", file);
      }
      return;
    }
    Set<Integer> newer = pagesInLog();
    try (var bytes = openToMend(file)) {
      Findings findings = pages.compare(bytes, PAGES, page -> !newer.contains(page + 1));
      int wrong = findings.wrong().size();
      if (findings.others() > 0) {
        LOG.error("pages of {} that are not as they were written: {}", file, findings.others());
      }
      // Otherwise it is another file.
      if (wrong > findings.others()) {
        Checksums.mend(bytes, findings.wrong());
        tellMended(file, wrong);
        if (closed) {
          pages.seal(file);
        }
      }
    }
  }

  /** Whether there is no log that a killed bot left, but perhaps an empty one of a reader. */
  private boolean isClosed() throws IOException {
    Path path = Folder.beside(file, WRITE_AHEAD);
    return Files.notExists(path) || Files.size(path) == 0;
  }

  private Set<Integer> pagesInLog() throws IOException {
    var numbers = new HashSet<Integer>();
    try (var once = new LogFrames(Folder.beside(file, WRITE_AHEAD))) {
      once.read(
          new LogFrames.Taker() {
            @Override
            public void begin(ByteBuffer header) {}

            @Override
            public void take(int number, int page, ByteBuffer bytes) {
              numbers.add(page);
            }
          });
    }
    return numbers;
  }

  private static FileChannel openToMend(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static void tellMended(Path path, int places) {
    LOG.error("{} was damaged in {} places and is mended", path, places);
  }
}
