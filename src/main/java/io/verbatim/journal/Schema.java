package io.verbatim.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteDataSource;

/** The tables of the file, and whether they are whole. */
final class Schema {
  /** Number of the last migration; each sets it as the file's {@code user_version}. */
  private static final int NEWEST = 2;

  private Schema() {}

  /**
   * Looks the file through.
   *
   * @return what is wrong with it; empty if nothing is, or there is no file yet
   * @throws JournalException if it cannot be read, or is of a newer version of the program
   */
  static Optional<String> damage(Path file) {
    if (isNew(file)) {
      return Optional.empty();
    }
    try (var database = Database.open(file)) {
      String verdict =
          database.first(row -> row.getString(1), "pragma integrity_check(1)").orElse("no answer");
      if (!verdict.equals("ok")) {
        return Optional.of(verdict);
      }
      long version = version(database);
      if (version > NEWEST) {
        throw new JournalException(
            JournalException.Trouble.OTHER,
            file + " is of a newer version of Verbatim (" + version + ", known: " + NEWEST + ")");
      }
      return Optional.empty();
    } catch (SQLException e) {
      if (JournalException.isDamage(e)) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
      throw new JournalException("cannot open " + file, e);
    }
  }

  /** Makes the file if there is none, and gives it the tables that it lacks. */
  static void bringUpToDate(Path file) {
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    try {
      try (var connection = source.getConnection();
          var statement = connection.createStatement()) {
        // Before anything is written, by the connection that writes it: it cannot be chosen later.
        statement.execute("pragma auto_vacuum = incremental");
        statement.execute("pragma journal_mode = wal");
      }
      try (var database = Database.open(file)) {
        if (version(database) == NEWEST) {
          return; // Flyway would take longer to find that out than the rest of the start.
        }
      }
      BitGuard.forget(file);
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:io/verbatim/journal/migration")
          .load()
          .migrate();
    } catch (SQLException e) {
      throw new JournalException("cannot make " + file, e);
    } catch (IOException e) {
      throw new JournalException(JournalException.Trouble.DISK, "cannot make " + file + ": " + e);
    } catch (FlywayException e) {
      throw new JournalException(
          "cannot bring " + file + " up to date", new SQLException(e.getMessage(), e));
    }
  }

  private static boolean isNew(Path file) {
    try {
      return Files.notExists(file) || Files.size(file) == 0;
    } catch (IOException e) {
      throw new JournalException(JournalException.Trouble.DISK, "cannot open " + file + ": " + e);
    }
  }

  private static long version(Database database) throws SQLException {
    return database.number("pragma user_version");
  }
}
