package io.verbatim.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of single parts, and prints what they say about each other: a table, then one
 * JSON object on the last line.
 */
final class Speed {
  private static final double MILLISECONDS_A_SECOND = 1e3;
  private static final double PLACES = 1e3;

  private final Collection<RunResult> results;

  private final Pair seed;
  private final Pair library;

  private Speed(Collection<RunResult> results, Pair seed, Pair library) {
    this.results = results;
    this.seed = seed;
    this.library = library;
  }

  /**
   * Runs and prints.
   *
   * @param args the text that libraries are made of, by default the seed; then the paragraphs of
   *     the large one, by default 10,000
   */
  public static void main(String[] args) throws Exception {
    String text = args.length > 0 ? args[0] : Seed.FILE.toString();
    String large = args.length > 1 ? args[1] : "10000";
    var options =
        new OptionsBuilder()
            .include(AnswerBenchmark.class.getName() + "\\.")
            .include(IndexBenchmark.class.getName() + "\\.")
            .param("text", text)
            .param("paragraphs", "0", large)
            .shouldFailOnError(true)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    new Speed(results, pair(text, 0), pair(text, Integer.parseInt(large))).print(large);
  }

  private void print(String large) {
    double indexing = MILLISECONDS_A_SECOND / score("index", "");
    double encoding = MILLISECONDS_A_SECOND / score("encoders", "");
    ObjectNode json = JsonMapper.builder().build().createObjectNode();
    System.out.println();
    put(json, "seed_encoder_pass_ms_p50", seed.pass(), "");
    put(json, "seed_answer_ms_p50", seed.answer(), "");
    put(json, "seed_answer_to_encoder_pass", seed.ratio(), "at most 1.3");
    put(json, "large_paragraphs", Double.parseDouble(large), "");
    put(json, "large_encoder_pass_ms_p50", library.pass(), "");
    put(json, "large_answer_ms_p50", library.answer(), "");
    put(json, "large_answer_to_encoder_pass", library.ratio(), "at most 2");
    put(json, "seed_questions_per_second", score("answers", "0"), "at least 60");
    put(json, "large_questions_per_second", score("answers", large), "");
    put(json, "encoded_paragraphs_per_second", encoding, "");
    put(json, "indexed_paragraphs_per_second", indexing, "");
    put(json, "indexing_to_encoding", indexing / encoding, "at least 0.8");
    System.out.println(json);
  }

  private static void put(ObjectNode json, String name, double value, String goal) {
    json.put(name, Math.round(value * PLACES) / PLACES);
    System.out.printf(Locale.ROOT, "%-32s %10.3f  %s%n", name, value, goal);
  }

  private static Pair pair(String text, int paragraphs) throws Exception {
    var reader = new AnswerBenchmark.Reader();
    var asked = new AnswerBenchmark.Asked();
    asked.text = text;
    asked.paragraphs = paragraphs;
    try {
      asked.open(reader);
      return Pair.of(asked.answerer, reader.encoders);
    } finally {
      asked.close();
      reader.close();
    }
  }

  private double score(String benchmark, String paragraphs) {
    return result(benchmark, paragraphs).getScore();
  }

  /**
   * @param paragraphs of the library, empty where the benchmark has no such parameter
   */
  private Result<?> result(String benchmark, String paragraphs) {
    return results.stream()
        .filter(r -> r.getParams().getBenchmark().endsWith("." + benchmark))
        .filter(
            r -> paragraphs.isEmpty() || paragraphs.equals(r.getParams().getParam("paragraphs")))
        .findFirst()
        .orElseThrow()
        .getPrimaryResult();
  }
}
