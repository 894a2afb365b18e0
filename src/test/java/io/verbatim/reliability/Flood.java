package io.verbatim.reliability;

import io.verbatim.botapi.BotApiDouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One reader asks without end beside others who ask now and then; limits are as shipped. */
final class Flood {
  private static final int NORMAL = 20;
  private static final long FIRST = 1001;
  private static final long FLOODER = 666;
  private static final int PER_SECOND = 1000;
  // Each of the normal readers once in two seconds.
  private static final Duration PACE = Duration.ofSeconds(2).dividedBy(NORMAL);

  private final Bench bench;
  private final Ledger ledger = new Ledger();
  private final Ledger flooded = new Ledger();

  private Flood(Bench bench) {
    this.bench = bench;
  }

  static List<Figure> run(Bench bench) throws Exception {
    return List.of(new Flood(bench).measure());
  }

  private Figure measure() throws Exception {
    int seconds = bench.scale().of(18, 9);
    try (var server = BotApiDouble.watchedBy(ledger)) {
      var asking = new Asking(server, ledger);
      try (var bot = bench.start(server.url(), Map.of())) {
        asking.ask(NORMAL, NORMAL, FIRST);
        ledger.awaitAll(Duration.ofSeconds(60));

        long idleFrom = System.nanoTime();
        phase(asking, Duration.ofSeconds(seconds));
        ledger.awaitAll(Duration.ofSeconds(60));
        double idle = Ledger.percentile(ledger.latencies(chat -> true, idleFrom), 0.95);

        var flooder = new Asking(server, flooded);
        long floodFrom = System.nanoTime();
        Thread flood = Thread.startVirtualThread(() -> flood(flooder, Duration.ofSeconds(seconds)));
        phase(asking, Duration.ofSeconds(seconds));
        flood.join();
        ledger.awaitAll(Duration.ofSeconds(60));
        double busy = Ledger.percentile(ledger.latencies(chat -> true, floodFrom), 0.95);
        bot.terminate(Duration.ofSeconds(20));
        return new Figure(
                "flood",
                Figure.values(
                    "normalReaders",
                    NORMAL,
                    "floodPerSecond",
                    flooded.questions() / seconds,
                    "messagesToTheFlooder",
                    ledger.others(),
                    "idleP95Ms",
                    idle,
                    "floodP95Ms",
                    busy,
                    "lostOfTheNormal",
                    ledger.lost()),
                "p95 of the normal readers below twice the idle one, 0 of theirs lost",
                ledger.lost() == 0)
            .inTime(busy < 2 * idle);
      }
    }
  }

  private static void phase(Asking asking, Duration lasting) {
    long begin = System.nanoTime();
    for (int i = 0; System.nanoTime() - begin < lasting.toNanos(); i++) {
      asking.ask(FIRST + i % NORMAL);
      LockSupport.parkNanos(begin + (i + 1) * PACE.toNanos() - System.nanoTime());
    }
  }

  private static void flood(Asking asking, Duration lasting) {
    long begin = System.nanoTime();
    int sent = 0;
    while (System.nanoTime() - begin < lasting.toNanos()) {
      long due = (System.nanoTime() - begin) * PER_SECOND / 1_000_000_000L;
      while (sent < due) {
        asking.ask(FLOODER);
        sent++;
      }
      LockSupport.parkNanos(5_000_000);
    }
  }
}
