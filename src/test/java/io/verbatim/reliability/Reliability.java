package io.verbatim.reliability;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs scenarios, prints a line of JSON for each figure, and fails if a target is missed; in the
 * short form only if something is that no slow machine excuses.
 */
public final class Reliability {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private static final Map<String, Scenario> SCENARIOS = scenarios();

  private Reliability() {}

  private static Map<String, Scenario> scenarios() {
    var scenarios = new LinkedHashMap<String, Scenario>();
    scenarios.put("kill", Kills::kill);
    scenarios.put("term", Kills::term);
    scenarios.put("storm429", Storm::run);
    scenarios.put("throttle", Limits::run);
    scenarios.put("poison", Poison::run);
    scenarios.put("network", Outages::run);
    scenarios.put("rebase", Rebase::run);
    scenarios.put("drain", Throughput::drain);
    scenarios.put("memory", Throughput::memory);
    scenarios.put("soak", Soak::run);
    scenarios.put("flood", Flood::run);
    scenarios.put("hostile", HostileQuestions::run);
    return scenarios;
  }

  /**
   * Runs what is named, or all.
   *
   * @param args names of scenarios, {@code --short}, {@code --seeds N}
   */
  public static void main(String[] args) throws IOException {
    var names = new ArrayList<String>();
    boolean brief = false;
    int seeds = 0;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--short" -> brief = true;
        case "--seeds" -> seeds = Integer.parseInt(args[++i]);
        default -> names.add(args[i]);
      }
    }
    List<String> unknown = names.stream().filter(name -> !SCENARIOS.containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      System.err.println("no such scenario: " + unknown + "; there are " + SCENARIOS.keySet());
      System.exit(64);
    }
    var scale = new Scale(brief, seeds > 0 ? seeds : brief ? 1 : 5);
    System.exit(run(names.isEmpty() ? List.copyOf(SCENARIOS.keySet()) : names, scale) ? 0 : 1);
  }

  private static boolean run(List<String> names, Scale scale) throws IOException {
    Path folder = Files.createTempDirectory("verbatim-reliability");
    boolean met = true;
    Logs logs = Logs.NONE;
    for (String name : names) {
      String command = "docs/benchmarks/reliability " + name + (scale.brief() ? " --short" : "");
      Path place = Files.createDirectories(folder.resolve(name));
      var bench = new Bench(place, folder.resolve("index"), scale);
      long before = System.nanoTime();
      List<Figure> figures;
      try {
        figures = Objects.requireNonNull(SCENARIOS.get(name)).run(bench);
      } catch (Exception | AssertionError e) {
        figures =
            List.of(new Figure(name, Figure.values("failure", e.toString()), "an end", false));
      }
      double seconds = (System.nanoTime() - before) / 1e9;
      for (Figure figure : figures) {
        OUT.println(figure.json(command, seconds));
        met &= scale.brief() ? figure.kept() : figure.met();
      }
      logs = logs.plus(Logs.in(place));
      if (figures.stream().allMatch(Figure::met)) {
        delete(place);
      } else {
        System.err.println("logs and state of " + name + " are in " + place);
      }
    }
    var secrets =
        new Figure(
            "secrets in the logs",
            Figure.values("scenarios", names, "lines", logs.lines(), "withSecrets", logs.leaks()),
            "0 lines with the token or with words of readers",
            logs.leaks() == 0);
    OUT.println(secrets.json("docs/benchmarks/reliability", 0));
    delete(folder.resolve("index"));
    return met && secrets.met();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
