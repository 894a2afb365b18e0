package io.verbatim.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** One connection to the file, with its statements prepared once. For one thread at a time. */
final class Database implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private Database(Connection connection) {
    this.connection = connection;
  }

  /** Makes something of a row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes a row. */
  @FunctionalInterface
  interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  /** Opens the file, or makes it. */
  static Database open(Path file) throws SQLException {
    return open(file, new SQLiteConfig());
  }

  /**
   * Opens a file to read it beside others. Its log stays as it is, also if it was left by a killed
   * bot, which whoever closes the file last would else empty.
   */
  static Database openToRead(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    return open(file, config);
  }

  private static Database open(Path file, SQLiteConfig config) throws SQLException {
    config.setBusyTimeout(10_000);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    // What was answered is to be gone, not only out of sight.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
    // A burst must not leave a large log behind.
    config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, "8388608");
    config.setPragma(SQLiteConfig.Pragma.TEMP_STORE, "memory");
    var database = new Database(config.createConnection("jdbc:sqlite:" + file));
    database.execute("pragma wal_autocheckpoint = 0"); // see BitGuard
    return database;
  }

  /**
   * Changes rows and tells how many. A value may be an {@link Optional}, which is null if empty.
   */
  int run(String sql, Object... values) throws SQLException {
    return with(sql, values, PreparedStatement::executeUpdate);
  }

  /** Runs a statement that has no values to its end; rows that it gives are dropped. */
  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      // Not execute, which takes one step only: it would free one page of many (3.54.1.0).
      statement.executeUpdate(sql);
    }
  }

  <T> List<T> list(Row<T> reader, String sql, Object... values) throws SQLException {
    var list = new ArrayList<T>();
    each(row -> list.add(reader.read(row)), sql, values);
    return list;
  }

  /** Reads row by row and tells how many there were. */
  int each(Taker taker, String sql, Object... values) throws SQLException {
    return with(
        sql,
        values,
        statement -> {
          int number = 0;
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              taker.take(rows);
              number++;
            }
          }
          return number;
        });
  }

  <T> Optional<T> first(Row<T> reader, String sql, Object... values) throws SQLException {
    return with(
        sql,
        values,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.<T>empty();
          }
        });
  }

  /** The number that a statement gives; 0 if it gives none. */
  long number(String sql, Object... values) throws SQLException {
    return first(row -> row.getLong(1), sql, values).orElse(0L);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T with(String sql, Object[] values, Use<T> use) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(
            i + 1, values[i] instanceof Optional<?> optional ? optional.orElse(null) : values[i]);
      }
      return use.of(statement);
    } catch (SQLException e) {
      // It cannot be used again (sqlite-jdbc 3.54.1.0).
      prepared.remove(sql);
      statement.close();
      throw e;
    }
  }
}
