package io.verbatim.reliability;

import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Call;
import io.verbatim.botapi.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Many updates through one process while calls fail at random: nothing may grow, nothing is lost.
 */
final class Soak {
  private static final int CHATS = 500;
  private static final int MOST_PENDING = 5_000;
  private static final Duration SILENCE = Duration.ofSeconds(90);

  private final Random random = new Random(1);
  private int faults;
  private int unheard;

  static List<Figure> run(Bench bench) throws Exception {
    return List.of(new Soak().measure(bench));
  }

  private Figure measure(Bench bench) throws Exception {
    int questions = bench.scale().of(200_000, 8_000);
    var ledger = new Ledger();
    var samples = new ArrayList<BotProcess.Usage>();
    try (var server = BotApiDouble.watchedBy(ledger)) {
      server.failAtWhim(this::mishap);
      var asking = new Asking(server, ledger);
      var settings = new HashMap<>(Bench.UNLIMITED);
      settings.put("VERBATIM_LOG_LEVEL", "info");
      try (var bot = bench.start(server.url(), settings, "-Xmx96m")) {
        int step = Math.max(100, questions / 200);
        boolean going = true;
        while (ledger.questions() < questions && going) {
          asking.ask(step, CHATS, 1001);
          going = ledger.await(ledger.questions() - MOST_PENDING, SILENCE);
          if (ledger.answered() > questions / 10 && bot.isAlive()) {
            samples.add(bot.usage());
          }
        }
        ledger.awaitAll(SILENCE);
        bot.terminate(Duration.ofSeconds(20));
      }
      double memory = growth(samples, BotProcess.Usage::rss);
      double threads = growth(samples, BotProcess.Usage::threads);
      double files = growth(samples, BotProcess.Usage::files);
      return new Figure(
              "soak",
              Figure.values(
                  "updates", questions,
                  "faults", faults,
                  "acceptedButUnheard", unheard,
                  "lost", ledger.lost(),
                  "duplicates", ledger.duplicates(),
                  "inversions", ledger.inversions(),
                  "peakRssMb", Math.round(samples.getLast().peak()),
                  "rssGrowthMb", memory,
                  "threadsGrowth", threads,
                  "filesGrowth", files),
              "0 lost, no duplicate but of what was not heard of, 0 inversions; from the second"
                  + " quarter to the last: memory + 10 MB, threads + 5, files + 20 at most",
              ledger.lost() == 0
                  && ledger.duplicates() <= unheard
                  && ledger.inversions() == 0
                  && threads <= 5
                  && files <= 20)
          // In the short form Java is still warming up.
          .inTime(memory <= 10);
    }
  }

  private synchronized Optional<Fault> mishap(Call call) {
    int drawn = random.nextInt(10_000);
    Fault fault =
        switch (call.method()) {
          case "sendmessage" ->
              drawn < 30
                  ? Fault.refusal(500, "Internal Server Error")
                  : drawn < 60
                      ? new Fault.Closes()
                      : drawn < 90
                          ? new Fault.DoesAndCloses()
                          : drawn < 120 ? Fault.tooMany(1) : drawn < 150 ? Fault.html(502) : null;
          case "getupdates" ->
              drawn < 50
                  ? Fault.html(502)
                  : drawn < 100
                      ? new Fault.Closes()
                      : drawn < 150
                          ? new Fault.DoesAndTruncates()
                          : drawn < 160 ? Fault.tooMany(1) : null;
          default -> null;
        };
    if (fault != null) {
      faults++;
      if (fault instanceof Fault.DoesAndCloses) {
        unheard++;
      }
    }
    return Optional.ofNullable(fault);
  }

  /** How much the median of the last quarter lies above that of the second. */
  private static double growth(
      List<BotProcess.Usage> samples, ToDoubleFunction<BotProcess.Usage> value) {
    int quarter = samples.size() / 4;
    double before = median(samples.subList(quarter, 2 * quarter), value);
    double after = median(samples.subList(3 * quarter, samples.size()), value);
    return Math.round((after - before) * 10) / 10.0;
  }

  private static double median(
      List<BotProcess.Usage> samples, ToDoubleFunction<BotProcess.Usage> value) {
    return samples.stream()
        .map(value::applyAsDouble)
        .sorted(Comparator.naturalOrder())
        .skip(samples.size() / 2)
        .findFirst()
        .orElse(0.0);
  }
}
