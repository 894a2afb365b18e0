package io.verbatim.reliability;

import io.verbatim.botapi.BotApiDouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** A backlog that waits when the bot starts: how fast it is answered, and in how much memory. */
final class Throughput {
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private Throughput() {}

  static List<Figure> drain(Bench bench) throws Exception {
    var figures = new ArrayList<Figure>();
    figures.add(drain(bench.at("words"), "words", bench.scale().of(20_000, 5_000)));
    if (!bench.scale().brief()) {
      figures.add(drain(bench.at("meaning"), "meaning", 2_000));
    }
    return figures;
  }

  private static Figure drain(Bench bench, String by, int questions) throws Exception {
    var ledger = new Ledger();
    try (var server = BotApiDouble.watchedBy(ledger)) {
      new Asking(server, ledger).ask(questions, 500, 1001);
      var settings = new HashMap<>(Bench.UNLIMITED);
      settings.put("VERBATIM_ANSWER_BY", by);
      settings.put("VERBATIM_LOG_LEVEL", "info");
      double processor;
      try (var bot = bench.start(server.url(), settings)) {
        ledger.awaitAll(SILENCE);
        processor = bot.usage().processor();
        bot.terminate(Duration.ofSeconds(20));
      }
      long[] arrivals = ledger.arrivals();
      double seconds =
          arrivals.length < 2 ? 1e9 : (arrivals[arrivals.length - 1] - arrivals[0]) / 1e9;
      long rate = Math.round(arrivals.length / seconds);
      boolean measuredOnly = by.equals("meaning");
      return new Figure(
              "drain by " + by,
              Figure.values(
                  "pending",
                  questions,
                  "answeredPerSecond",
                  rate,
                  "processorMsPerAnswer",
                  Math.round(processor * 100_000 / questions) / 100.0,
                  "lost",
                  ledger.lost(),
                  "duplicates",
                  ledger.duplicates(),
                  "inversions",
                  ledger.inversions()),
              (measuredOnly ? "" : "1000 answered/s, ") + "0 lost, 0 duplicates, 0 inversions",
              ledger.isClean())
          .inTime(measuredOnly || rate >= 1000);
    }
  }

  static List<Figure> memory(Bench bench) throws Exception {
    int questions = bench.scale().of(100_000, 15_000);
    var ledger = new Ledger();
    try (var server = BotApiDouble.watchedBy(ledger)) {
      new Asking(server, ledger).ask(questions, 1000, 1001);
      var settings = new HashMap<>(Bench.UNLIMITED);
      settings.put("VERBATIM_LOG_LEVEL", "info");
      try (var bot = bench.start(server.url(), settings, "-Xmx96m")) {
        boolean all = ledger.awaitAll(SILENCE);
        BotProcess.Usage usage = bot.usage();
        bot.terminate(Duration.ofSeconds(20));
        return List.of(
            new Figure(
                "memory",
                Figure.values(
                    "pending", questions,
                    "peakRssMb", Math.round(usage.peak()),
                    "lost", ledger.lost(),
                    "inversions", ledger.inversions()),
                "-Xmx96m: peak RSS of 220 MB, 0 lost",
                all && usage.peak() <= 220 && ledger.lost() == 0));
      }
    }
  }
}
