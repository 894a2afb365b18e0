package io.verbatim.evaluation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** Figures as people and programs read them. */
public final class Report {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double PLACES = 1e4;

  private Report() {}

  /** One JSON object on one line; a measure that the questions cannot give is null. */
  public static String json(Figures figures) {
    ObjectNode json = JSON.createObjectNode();
    json.put("questions", figures.questions());
    putAll(json, figures.measures());
    putAll(json.putObject("latency_ms"), figures.latency());
    put(json, "questions_per_second", figures.questionsPerSecond());
    ObjectNode intervals = json.putObject("interval_95");
    figures
        .intervals()
        .forEach(
            (name, interval) -> {
              var range = intervals.putArray(name);
              range.add(rounded(interval.low()));
              range.add(rounded(interval.high()));
            });
    return json.toString();
  }

  private static void putAll(ObjectNode json, Map<String, Double> values) {
    values.forEach((name, value) -> put(json, name, value));
  }

  private static void put(ObjectNode json, String name, double value) {
    if (Double.isNaN(value)) {
      json.putNull(name);
    } else {
      json.put(name, rounded(value));
    }
  }

  private static double rounded(double value) {
    return Math.round(value * PLACES) / PLACES;
  }

  /** A table, a measure a line. */
  public static String table(Figures figures) {
    var table = new StringBuilder();
    line(table, "questions", "%d", figures.questions());
    var intervals = figures.intervals();
    figures
        .measures()
        .forEach(
            (name, value) -> {
              var interval = intervals.get(name);
              if (interval == null) {
                line(table, name, "%.3f", value);
              } else {
                line(table, name, "%.3f  (95 %%: %.3f to %.3f)", value, interval.low(), interval.high());
              }
            });
    var latency = figures.latency();
    line(
        table,
        "latency_ms",
        "p50 %.2f  p95 %.2f  p99 %.2f",
        latency.get("p50"),
        latency.get("p95"),
        latency.get("p99"));
    line(table, "questions_per_second", "%.0f", figures.questionsPerSecond());
    return table.toString();
  }

  private static void line(StringBuilder table, String name, String format, Object... values) {
    table
        .append("%-26s".formatted(name))
        .append(String.format(Locale.ROOT, format, values).replace("NaN", "–"))
        .append('\n');
  }
}
