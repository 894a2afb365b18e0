package io.verbatim.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.evaluation.Figures;
import io.verbatim.evaluation.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The comparison as people and programs read it. */
final class ComparisonReport {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double PLACES = 1e3;
  private static final String HIT_AT_1 = "paragraph_hit_at_1";

  /** What every contender can be measured by; sentences and outcomes are Verbatim's alone. */
  private static final List<String> SHARED =
      List.of(
          HIT_AT_1,
          "paragraph_hit_at_3",
          "paragraph_mrr",
          "off_topic_auroc",
          "near_topic_auroc",
          "latency_ms",
          "questions_per_second");

  private final Map<Contender, Footprint> footprints;

  ComparisonReport(Map<Contender, Footprint> footprints) {
    this.footprints = footprints;
  }

  /** A line a contender. */
  String table(String name, Map<Contender, Trial> trials) {
    Trial verbatim = verbatim(trials);
    var table = new StringBuilder();
    table.append("%n%s: %d questions%n".formatted(name, verbatim.figures().questions()));
    table.append(
        "%-23s %6s %6s %6s %8s %9s %8s %8s %8s %8s %7s %7s%n"
            .formatted(
                "",
                "hit@1",
                "hit@3",
                "MRR",
                "AUROC",
                "misses@1",
                "p50 ms",
                "p95 ms",
                "quest./s",
                "parag./s",
                "heap MB",
                "RSS MB"));
    trials.forEach((contender, trial) -> {
      Map<String, Double> measures = trial.figures().measures();
      Map<String, Double> latency = trial.figures().latency();
      Footprint footprint = footprint(contender);
      table.append(
          String.format(
              Locale.ROOT,
              "%-23s %6.3f %6.3f %6.3f %8.3f %8.2f× %8.2f %8.2f %8.0f %8.0f %7.0f %7.0f%n",
              contender.label(),
              measures.get(HIT_AT_1),
              measures.get("paragraph_hit_at_3"),
              measures.get("paragraph_mrr"),
              measures.get("off_topic_auroc"),
              ratios(contender, trial, verbatim).get("misses_at_1"),
              latency.get("p50"),
              latency.get("p95"),
              trial.figures().questionsPerSecond(),
              trial.indexedPerSecond(),
              footprint.heapMegabytes(),
              footprint.residentMegabytes()));
    });
    var interval = verbatim.figures().intervals().get(HIT_AT_1);
    if (interval != null) {
      table.append(
          String.format(
              Locale.ROOT,
              "Verbatim's hit@1 lies with 95 %% between %.3f and %.3f (bootstrap over articles).%n",
              interval.low(),
              interval.high()));
    }
    return table.toString();
  }

  /** Everything on one line. */
  String json(Map<String, Map<Contender, Trial>> trials) {
    ObjectNode json = JSON.createObjectNode();
    json.put("cores", Runtime.getRuntime().availableProcessors());
    json.put("java", System.getProperty("java.version"));
    trials.forEach((name, ofFile) -> {
      ObjectNode file = json.withObject("files").putObject(name);
      ofFile.forEach((contender, trial) ->
          file.set(contender.key(), object(contender, trial, verbatim(ofFile))));
    });
    return json.toString();
  }

  private ObjectNode object(Contender contender, Trial trial, Trial verbatim) {
    ObjectNode all = parsed(trial.figures());
    ObjectNode json = JSON.createObjectNode();
    json.put("questions", trial.figures().questions());
    SHARED.forEach(name -> json.set(name, all.get(name)));
    var interval = trial.figures().intervals().get(HIT_AT_1);
    if (interval != null) {
      ArrayNode range = json.putObject("interval_95").putArray(HIT_AT_1);
      range.add(rounded(interval.low())).add(rounded(interval.high()));
    }
    json.put("indexed_paragraphs_per_second", rounded(trial.indexedPerSecond()));
    Footprint footprint = footprint(contender);
    json.put("heap_mb", rounded(footprint.heapMegabytes()));
    json.put("resident_mb", rounded(footprint.residentMegabytes()));
    ObjectNode ratios = json.putObject("ratio_to_verbatim");
    ratios(contender, trial, verbatim).forEach((name, ratio) -> ratios.put(name, rounded(ratio)));
    return json;
  }

  /** Measures over Verbatim's; of hit@1 what it misses, since a share near 1 hides what is lost. */
  private Map<String, Double> ratios(Contender contender, Trial trial, Trial verbatim) {
    Figures ours = verbatim.figures();
    Figures theirs = trial.figures();
    var ratios = new LinkedHashMap<String, Double>();
    ratios.put("misses_at_1", (1 - hitAt1(theirs)) / (1 - hitAt1(ours)));
    ratios.put("latency_p50", latency(theirs, "p50") / latency(ours, "p50"));
    ratios.put("latency_p95", latency(theirs, "p95") / latency(ours, "p95"));
    ratios.put("questions_per_second", theirs.questionsPerSecond() / ours.questionsPerSecond());
    ratios.put(
        "indexed_paragraphs_per_second", trial.indexedPerSecond() / verbatim.indexedPerSecond());
    Footprint product = footprint(Contender.VERBATIM);
    Footprint footprint = footprint(contender);
    ratios.put("heap", footprint.heapMegabytes() / product.heapMegabytes());
    ratios.put("resident", footprint.residentMegabytes() / product.residentMegabytes());
    return ratios;
  }

  private static double hitAt1(Figures figures) {
    return figures.measures().getOrDefault(HIT_AT_1, Double.NaN);
  }

  private static double latency(Figures figures, String percentile) {
    return figures.latency().getOrDefault(percentile, Double.NaN);
  }

  private Footprint footprint(Contender contender) {
    return footprints.getOrDefault(contender, new Footprint(Double.NaN, Double.NaN));
  }

  private static Trial verbatim(Map<Contender, Trial> trials) {
    Trial verbatim = trials.get(Contender.VERBATIM);
    if (verbatim == null) {
      throw new IllegalArgumentException("nothing to compare with");
    }
    return verbatim;
  }

  private static ObjectNode parsed(Figures figures) {
    try {
      return (ObjectNode) JSON.readTree(Report.json(figures));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report that is no JSON", e);
    }
  }

  private static double rounded(double value) {
    return Math.round(value * PLACES) / PLACES;
  }
}
