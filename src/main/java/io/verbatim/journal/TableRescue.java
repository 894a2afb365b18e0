package io.verbatim.journal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Copies a table of a damaged file from both ends until a page cannot be read, and then one row
 * after the other what lies between: a lost page costs the rows on it and no others.
 */
final class TableRescue {
  /** Rows between the ends that are looked for at most. */
  private static final long MOST_BETWEEN = 200_000;

  /** Unreadable ones in a row after which the others are given up: more than stand on a page. */
  private static final int MOST_UNREADABLE = 5_000;

  private final Database from;
  private final Database to;
  private final List<String> columns;
  private final String select;
  private final String insert;
  private long low = Long.MIN_VALUE;
  private long high = Long.MAX_VALUE;
  private int rows;

  TableRescue(String table, Database from, Database to) throws SQLException {
    this.from = from;
    this.to = to;
    // A file of an older version lacks some.
    List<String> there = columns(table, from);
    columns = columns(table, to).stream().filter(there::contains).toList();
    String names = String.join(", ", columns);
    String marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
    insert = "insert or ignore into %s (%s) values (%s)".formatted(table, names, marks);
    select = "select rowid, %s from %s where rowid ".formatted(names, table);
  }

  private static List<String> columns(String table, Database database) throws SQLException {
    return database.list(row -> row.getString(1), "select name from pragma_table_info(?)", table);
  }

  /** Copies and gives the number of rows. */
  int save() throws SQLException {
    if (readable("> ? order by rowid", low, id -> low = id)
        || readable("< ? order by rowid desc", high, id -> high = id)) {
      return rows;
    }
    long beyond = Math.min(high, Math.max(low, 0) + MOST_BETWEEN);
    int unreadable = 0;
    for (long id = Math.max(low, 0) + 1; id < beyond && unreadable < MOST_UNREADABLE; id++) {
      unreadable = readable("= ?", id, _ -> {}) ? 0 : unreadable + 1;
    }
    return rows;
  }

  /**
   * Copies rows until one cannot be read, and tells whether none was such.
   *
   * @param copied is told each row that was copied
   */
  private boolean readable(String which, long bound, LongConsumer copied) throws SQLException {
    try {
      from.list(
          row -> {
            var values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
              values[i] = Optional.ofNullable(row.getObject(i + 2));
            }
            rows += to.run(insert, values);
            copied.accept(row.getLong(1));
            return true;
          },
          select + which,
          bound);
      return true;
    } catch (SQLException e) {
      if (JournalException.isDamage(e)) {
        return false;
      }
      throw e;
    }
  }
}
