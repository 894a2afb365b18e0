package io.verbatim.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** How long things are kept, and how many of them. */
final class Retention {
  /** Telegram forgets an update after a day; twice that, to be safe from its retries. */
  static final Duration SEEN = Duration.ofDays(2);

  static final Duration REPLIES = Duration.ofDays(2);
  static final Duration MEMORY = Duration.ofDays(30);
  static final Duration STATISTICS = Duration.ofDays(400);
  static final Duration GIVEN_UP = Duration.ofDays(90);

  private static final int MOST_SEEN = 500_000;
  private static final int MOST_REPLIES = 200_000;
  private static final int MOST_MEMORIES = 50_000;
  private static final int MOST_VOTES = 100_000;
  private static final int MOST_UNCOVERED = 10_000;
  private static final int MOST_GIVEN_UP = 10_000;
  private static final int MOST_MOVED = 10_000;

  private Retention() {}

  /** Deletes what is too old or too much and gives its room back to the disk. */
  static void keep(Database database, BitGuard guard, Instant now) throws SQLException {
    older(database, "seen", "received", now.minus(SEEN));
    older(database, "reply", "sent", now.minus(REPLIES));
    older(database, "memory", "touched", now.minus(MEMORY));
    older(database, "vote", "voted", now.minus(STATISTICS));
    older(database, "uncovered", "asked", now.minus(STATISTICS));
    older(database, "given_up", "failed", now.minus(GIVEN_UP));
    long firstDay = Ledger.day(now.minus(STATISTICS));
    for (String table : new String[] {"day_outcome", "day_section", "day_latency"}) {
      database.run("delete from " + table + " where day < ?", firstDay);
    }
    beyond(database, "seen", "received", MOST_SEEN);
    beyond(database, "reply", "sent", MOST_REPLIES);
    beyond(database, "memory", "touched", MOST_MEMORIES);
    beyond(database, "vote", "voted", MOST_VOTES);
    beyond(database, "uncovered", "asked", MOST_UNCOVERED);
    beyond(database, "given_up", "failed", MOST_GIVEN_UP);
    beyond(database, "moved", "noted", MOST_MOVED);
    database.execute("pragma incremental_vacuum");
    // Also overwrites what was deleted and still stands in the log.
    guard.empty(database, "truncate");
  }

  private static void older(Database database, String table, String time, Instant bound)
      throws SQLException {
    database.run("delete from " + table + " where " + time + " < ?", bound.toEpochMilli());
  }

  private static void beyond(Database database, String table, String time, int most)
      throws SQLException {
    long surplus = database.number("select count(*) from " + table) - most;
    if (surplus > 0) {
      database.run(
          "delete from %s where rowid in (select rowid from %s order by %s limit ?)"
              .formatted(table, table, time),
          surplus);
    }
  }
}
