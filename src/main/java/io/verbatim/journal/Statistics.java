package io.verbatim.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked in some days.
 *
 * @param outcomes number of questions by how they ended
 * @param median half of the questions were answered within it; empty if there were none
 * @param slow nineteen of twenty were answered within it; empty if there were none
 * @param sections those most asked about, most first, at most ten
 * @param uncovered questions that the articles do not cover, most asked first, at most twenty; none
 *     unless they are kept
 */
public record Statistics(
    Map<String, Long> outcomes,
    Optional<Duration> median,
    Optional<Duration> slow,
    List<Section> sections,
    List<Uncovered> uncovered) {
  /**
   * A section and how often it was shown.
   *
   * @param article name of its article
   * @param section its title; empty for what stands before the first heading
   */
  public record Section(String article, String section, long number) {}

  /** A question and how often it was asked. */
  public record Uncovered(String question, long number) {}

  /** Copies. */
  public Statistics {
    outcomes = Map.copyOf(outcomes);
    sections = List.copyOf(sections);
    uncovered = List.copyOf(uncovered);
  }

  /** How many questions there were. */
  public long asked() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  static Statistics since(Database database, Instant from) throws SQLException {
    long day = Ledger.day(from);
    var outcomes = new LinkedHashMap<String, Long>();
    database.list(
        row -> outcomes.put(row.getString(1), row.getLong(2)),
        "select outcome, sum(number) from day_outcome where day >= ? group by outcome",
        day);
    var latencies = new LinkedHashMap<Integer, Long>();
    database.list(
        row -> latencies.put(row.getInt(1), row.getLong(2)),
        "select bucket, sum(number) from day_latency where day >= ? group by bucket order by 1",
        day);
    return new Statistics(
        outcomes,
        quantile(latencies, 0.5),
        quantile(latencies, 0.95),
        database.list(
            row -> new Section(row.getString(1), row.getString(2), row.getLong(3)),
            "select article, section, sum(number) from day_section where day >= ?"
                + " group by article, section order by 3 desc, 1, 2 limit 10",
            day),
        database.list(
            row -> new Uncovered(row.getString(1), row.getLong(2)),
            "select question, number from uncovered where asked >= ?"
                + " order by number desc, asked desc limit 20",
            from.toEpochMilli()));
  }

  private static Optional<Duration> quantile(Map<Integer, Long> latencies, double part) {
    long all = latencies.values().stream().mapToLong(Long::longValue).sum();
    long below = 0;
    for (var bucket : latencies.entrySet()) {
      below += bucket.getValue();
      if (below >= part * all) {
        return Optional.of(Ledger.latency(bucket.getKey()));
      }
    }
    return Optional.empty();
  }
}
