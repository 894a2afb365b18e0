package io.verbatim.reliability;

import io.verbatim.botapi.BotApiDouble;
import java.time.Duration;
import java.util.List;

/**
 * Ids of updates begin anew at a lower number, as Telegram's do after a week without any (Bot API,
 * Update).
 */
final class Rebase {
  private static final long LOOKING_ON = 5;

  private Rebase() {}

  static List<Figure> run(Bench bench) throws Exception {
    var ledger = new Ledger();
    try (var server = BotApiDouble.watchedBy(ledger)) {
      var asking = new Asking(server, ledger);
      asking.ask(5, 5, 1001);
      try (var bot = bench.start(server.url(), Bench.UNLIMITED)) {
        ledger.awaitAll(Duration.ofSeconds(60));
        server.awaitAllConfirmed();
        server.numberFrom(4_711);
        long from = System.nanoTime();
        asking.ask(1001);
        ledger.awaitAll(Duration.ofSeconds(20));
        double waited = Ledger.percentile(ledger.latencies(chat -> true, from), 1);
        int before = ledger.polls();
        Thread.sleep(Duration.ofSeconds(LOOKING_ON));
        double polls = (ledger.polls() - before) / (double) LOOKING_ON;
        asking.ask(5, 5, 1001);
        ledger.awaitAll(Duration.ofSeconds(20));
        bot.terminate(Duration.ofSeconds(20));
        return List.of(
            new Figure(
                    "id re-base",
                    Figure.values(
                        "answeredInMs",
                        waited,
                        "pollsPerSecond",
                        polls,
                        "lost",
                        ledger.lost(),
                        "duplicates",
                        ledger.duplicates()),
                    "answered in 1000 ms, 5 polls/s at most, 0 lost",
                    polls <= 5 && ledger.lost() == 0 && ledger.duplicates() == 0)
                .inTime(waited < 1000));
      }
    }
  }
}
