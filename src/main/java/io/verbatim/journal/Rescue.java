package io.verbatim.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Saves what can still be read of a damaged file into a new one. */
final class Rescue {
  private static final int SIZE_IN_PAGES = 28;

  private static final String WRITE_AHEAD = "-wal";
  private static final String INDEX = "-shm";

  /** Of a file that is being filled. */
  private static final String FRESH = ".new";

  /** Of one that has all it will have. */
  private static final String WHOLE = ".rescued";

  private static final List<String> TABLES =
      List.of(
          "fact",
          "inbox",
          "seen",
          "memory",
          "reply",
          "vote",
          "day_outcome",
          "day_section",
          "day_latency",
          "uncovered",
          "given_up",
          "moved");

  private Rescue() {}

  /**
   * Puts a new file, with what can be read of a copy of the damaged one, in its place. Until that
   * is whole the damaged one stays as it is, so that whoever is killed meanwhile can begin anew.
   *
   * @return number of rows that were saved, by table
   */
  static Map<String, Integer> replace(Path file, Path copy) throws IOException, SQLException {
    Path fresh = Folder.beside(file, FRESH);
    Folder.make(fresh);
    Schema.bringUpToDate(fresh);
    Map<String, Integer> saved = save(copy, fresh);
    if (Files.exists(Folder.beside(fresh, WRITE_AHEAD))) {
      throw new IOException("some of what was saved is not in " + fresh);
    }
    Files.move(fresh, Folder.beside(file, WHOLE), StandardCopyOption.ATOMIC_MOVE);
    finish(file);
    return saved;
  }

  /** Deletes what a replacement has left that was broken off, or ends it if no more than that. */
  static void finish(Path file) throws IOException {
    Path fresh = Folder.beside(file, FRESH);
    delete(fresh, "", WRITE_AHEAD, INDEX);
    Path whole = Folder.beside(file, WHOLE);
    if (Files.isRegularFile(whole)) {
      // What belongs to the damaged file would spoil the new one.
      BitGuard.forget(file);
      delete(file, WRITE_AHEAD, INDEX);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void delete(Path file, String... suffixes) throws IOException {
    for (String suffix : suffixes) {
      Files.deleteIfExists(Folder.beside(file, suffix));
    }
  }

  /** Copies what can be read into the new file and gives the number of rows by table. */
  private static Map<String, Integer> save(Path damaged, Path file)
      throws IOException, SQLException {
    Map<String, Integer> saved = copy(damaged, file);
    if (saved.isEmpty()) {
      // Not even the list of tables can be read: it stands on the first page, as in the new file.
      transplant(file, damaged);
      saved = copy(damaged, file);
    }
    return saved;
  }

  private static Map<String, Integer> copy(Path damaged, Path file) throws SQLException {
    var saved = new LinkedHashMap<String, Integer>();
    try (var to = Database.open(file)) {
      to.execute("begin immediate");
      try (var from = Database.open(damaged)) {
        for (String table : TABLES) {
          saved.merge(table, new TableRescue(table, from, to).save(), Integer::sum);
        }
      } catch (SQLException e) {
        if (JournalException.isDisk(e)) {
          throw e;
        }
        // It is no database, or has no such table: no more can be saved.
      }
      to.execute("commit");
    }
    saved.values().removeIf(rows -> rows == 0);
    return saved;
  }

  private static void transplant(Path file, Path damaged) throws IOException {
    var page = new byte[LogFrames.PAGE];
    try (var whole = new RandomAccessFile(file.toFile(), "r")) {
      whole.readFully(page);
    }
    // No size: SQLite then goes by that of the file.
    Arrays.fill(page, SIZE_IN_PAGES, SIZE_IN_PAGES + Integer.BYTES, (byte) 0);
    try (var broken = new RandomAccessFile(damaged.toFile(), "rw")) {
      broken.write(page);
    }
  }
}
