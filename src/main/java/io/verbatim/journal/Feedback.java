package io.verbatim.journal;

import io.verbatim.journal.Statistics.Uncovered;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an operator can learn from.
 *
 * @param votes oldest first
 * @param uncovered questions that the articles do not cover, most asked first; none unless they are
 *     kept
 */
public record Feedback(List<Vote> votes, List<Uncovered> uncovered) {
  /** Copies. */
  public Feedback {
    votes = List.copyOf(votes);
    uncovered = List.copyOf(uncovered);
  }

  /**
   * Reads it beside whoever has the journal open, and writes neither to it nor to its log. Where a
   * killed bot left a damaged log, what was written last may be missing until the bot's next start.
   *
   * @param file of a journal
   * @throws JournalException if it cannot be read
   */
  public static Feedback read(Path file) {
    try (var database = Database.openToRead(file)) {
      return of(database);
    } catch (SQLException e) {
      throw new JournalException("cannot read " + file, e);
    }
  }

  static Feedback of(Database database) throws SQLException {
    return new Feedback(
        database.list(
            row ->
                new Vote(
                    row.getString(1),
                    row.getBoolean(2),
                    Optional.ofNullable(row.getString(3)),
                    Instant.ofEpochMilli(row.getLong(4))),
            "select article, good, question, voted from vote order by voted, rowid"),
        database.list(
            row -> new Uncovered(row.getString(1), row.getLong(2)),
            "select question, number from uncovered order by number desc, asked desc"));
  }
}
