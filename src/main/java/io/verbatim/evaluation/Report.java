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
    return json(JSON.createObjectNode(), figures);
  }

  /** The same, led by the name of the file with the questions. */
  public static String json(String file, Figures figures) {
    return json(JSON.createObjectNode().put("file", file), figures);
  }

  private static String json(ObjectNode json, Figures figures) {
    json.put("questions", figures.questions());
    putAll(json, figures.measures());
    putAll(json.putObject("latency_ms"), figures.latency());
    put(json, "questions_per_second", figures.questionsPerSecond());
    ObjectNode intervals = json.putObject("interval_95");
    figures
        .intervals()
        .forEach((name, interval) -> {
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
    line(table, "questions", Integer.toString(figures.questions()));
    var intervals = figures.intervals();
    figures
        .measures()
        .forEach((name, value) -> {
          var interval = intervals.get(name);
          line(
              table,
              name,
              interval == null
                  ? share(value)
                  : "%s  (95 %%: %s to %s)"
                      .formatted(share(value), share(interval.low()), share(interval.high())));
        });
    figures
        .latency()
        .forEach((percentile, took) ->
            line(table, "latency_ms " + percentile, String.format(Locale.ROOT, "%.2f", took)));
    line(table, "questions_per_second", Long.toString(Math.round(figures.questionsPerSecond())));
    return table.toString();
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static void line(StringBuilder table, String name, String value) {
    table.append("%-26s".formatted(name)).append(value).append('\n');
  }
}
