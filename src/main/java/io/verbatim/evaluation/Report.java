package io.verbatim.evaluation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures as people and programs read them. */
public final class Report {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double PLACES = 1e4;

  /** What programs rely on; the table has more. */
  private static final List<String> IN_JSON =
      List.of(
          "paragraph_hit_at_1",
          "paragraph_hit_at_3",
          "paragraph_mrr",
          "sentence_hit_at_1",
          "sentence_mrr",
          "off_topic_auroc",
          "near_topic_auroc",
          "coverage_at_95_precision",
          "verbatim_rate");

  private Report() {}

  /** One JSON object on one line; a measure that the questions cannot give is null. */
  public static String json(Figures figures) {
    ObjectNode json = JSON.createObjectNode();
    json.put("questions", figures.questions());
    Map<String, Double> measures = figures.measures();
    IN_JSON.forEach(name -> put(json, name, measures.getOrDefault(name, Double.NaN)));
    putAll(json.putObject("latency_ms"), figures.latency());
    put(json, "questions_per_second", figures.questionsPerSecond());
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
