package io.verbatim.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Saves what can still be read of a damaged file into a new one. */
final class Rescue {
  private static final int PAGE = LogFrames.PAGE;
  private static final int SIZE_IN_PAGES = 28;

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

  /** Copies what can be read into the new file and gives the number of rows by table. */
  static Map<String, Integer> save(Path damaged, Path file) throws IOException, SQLException {
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
    var page = new byte[PAGE];
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
