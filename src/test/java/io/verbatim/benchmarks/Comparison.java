package io.verbatim.benchmarks;

import io.verbatim.evaluation.QuestionSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Verbatim beside what one would take instead, on the same questions. Prints a table for each file,
 * then everything as one JSON object on the last line.
 */
final class Comparison {
  private Comparison() {}

  /**
   * Compares and prints.
   *
   * @param args files of questions, SQuAD JSON
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      System.err.println("usage: docs/benchmarks/run peers FILE...");
      System.exit(64);
    }
    Map<Path, QuestionSet> sets = new LinkedHashMap<>();
    for (Path file : Stream.of(args).map(Path::of).toList()) {
      sets.put(file, QuestionSet.squad(file));
    }

    var footprints = new EnumMap<Contender, Footprint>(Contender.class);
    for (Contender contender : Contender.values()) {
      say(contender, "memory");
      footprints.put(contender, Footprint.of(contender));
    }

    var trials = new LinkedHashMap<String, Map<Contender, Trial>>();
    for (Contender contender : Contender.values()) {
      try (Peer peer = contender.load()) {
        for (var set : sets.entrySet()) {
          String name = String.valueOf(set.getKey().getFileName());
          say(contender, name);
          trials
              .computeIfAbsent(name, n -> new EnumMap<>(Contender.class))
              .put(contender, Trial.of(peer, set.getValue()));
        }
      }
    }

    var report = new ComparisonReport(footprints);
    trials.forEach((name, ofFile) -> System.out.println(report.table(name, ofFile)));
    System.out.println(report.json(trials));
  }

  private static void say(Contender contender, String what) {
    System.err.println(contender.label() + ": " + what);
  }
}
