package io.verbatim.evaluation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of summaries as people and programs read them. */
public final class SummaryReport {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double PERCENT = 100;
  private static final double PLACES = 1e4;
  private static final List<String> COMPARED = List.of("lead", "textrank", "lexrank");

  private SummaryReport() {}

  /** One JSON object on one line; ROUGE in percent. */
  public static String json(SummaryFigures figures) {
    ObjectNode json = JSON.createObjectNode();
    json.put("documents", figures.documents());
    ObjectNode systems = json.putObject("systems");
    figures
        .systems()
        .forEach((system, rouge) ->
            systems
                .putObject(system)
                .put("rouge1", rounded(PERCENT * rouge.rouge1()))
                .put("rouge2", rounded(PERCENT * rouge.rouge2()))
                .put("rougeL", rounded(PERCENT * rouge.rougeL())));
    putAll(json.putObject("latency_ms"), figures.latency());
    ObjectNode above = json.putObject("verbatim_above_95");
    for (String system : COMPARED) {
      ObjectNode measures = above.putObject(system);
      figures
          .above(system)
          .forEach((measure, interval) ->
              measures
                  .putArray(measure)
                  .add(rounded(interval.low()))
                  .add(rounded(interval.high())));
    }
    putAll(json.putObject("unresolved_pronouns"), figures.unresolvedPronouns());
    putAll(json.putObject("redundancy"), figures.redundancy());
    json.put("verbatim_rate", rounded(figures.verbatimRate()));
    return json.toString();
  }

  private static void putAll(ObjectNode json, Map<String, Double> values) {
    values.forEach((name, value) -> json.put(name, rounded(value)));
  }

  private static double rounded(double value) {
    return Math.round(value * PLACES) / PLACES;
  }

  /** A table, a system a line, and what ours is above the others. */
  public static String table(SummaryFigures figures) {
    var table = new Formatter(Locale.ROOT);
    table.format(
        "%-10s %8s %8s %8s %11s %11s%n",
        figures.documents() + " docs", "ROUGE-1", "ROUGE-2", "ROUGE-L", "unresolved", "redundancy");
    figures
        .systems()
        .forEach((system, rouge) ->
            table.format(
                "%-10s %8.2f %8.2f %8.2f %10.1f%% %11.3f%n",
                system,
                PERCENT * rouge.rouge1(),
                PERCENT * rouge.rouge2(),
                PERCENT * rouge.rougeL(),
                PERCENT * figures.unresolvedPronouns().getOrDefault(system, 0.0),
                figures.redundancy().getOrDefault(system, 0.0)));
    for (String system : COMPARED) {
      table.format("above %s, 95 %%:", system);
      figures
          .above(system)
          .forEach((measure, interval) ->
              table.format("  %s %.2f to %.2f", measure, interval.low(), interval.high()));
      table.format("%n");
    }
    table.format("verbatim rate %.3f%n", figures.verbatimRate());
    figures.latency().forEach((share, took) -> table.format("latency_ms %s %.2f%n", share, took));
    return table.toString();
  }
}
