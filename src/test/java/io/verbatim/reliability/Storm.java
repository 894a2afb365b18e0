package io.verbatim.reliability;

import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Call;
import io.verbatim.botapi.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Three of ten messages to the chats of the storm are refused with 429 and a time from 1 to 5 s;
 * beside them calm chats ask, of which nothing is refused.
 */
final class Storm {
  private static final int CHATS = 100;
  private static final int CALM = 10;
  private static final long FIRST_STORMY = 1001;
  private static final long FIRST_CALM = 9001;

  private final Random random = new Random(1);
  private final Map<Long, Long> notBefore = new HashMap<>();
  private int refused;
  private int early;

  static List<Figure> run(Bench bench) throws Exception {
    return List.of(new Storm().measure(bench));
  }

  private Figure measure(Bench bench) throws Exception {
    int questions = bench.scale().of(2_000, 400);
    var ledger = new Ledger();
    try (var server = BotApiDouble.watchedBy(ledger)) {
      var asking = new Asking(server, ledger);
      try (var bot = bench.start(server.url(), Bench.UNLIMITED)) {
        asking.ask(50, CALM, FIRST_CALM);
        ledger.awaitAll(Duration.ofSeconds(60));
        long from = System.nanoTime();
        server.failAtWhim(this::weather);
        asking.ask(questions, CHATS, FIRST_STORMY);
        // One calm question after the other, for as long as the storm lasts.
        for (int i = 0; ledger.lost() > 0; i++) {
          int answered = ledger.answered();
          asking.ask(FIRST_CALM + i % CALM);
          if (!ledger.await(answered + 1, Duration.ofSeconds(60))) {
            break;
          }
          Thread.sleep(100);
        }
        bot.terminate(Duration.ofSeconds(20));
        double[] calm = ledger.latencies(chat -> chat >= FIRST_CALM, from);
        double p95 = Ledger.percentile(calm, 0.95);
        return new Figure(
                "429 storm",
                Figure.values(
                    "answers", questions,
                    "chats", CHATS,
                    "refused", refused,
                    "lost", ledger.lost(),
                    "duplicates", ledger.duplicates(),
                    "inversions", ledger.inversions(),
                    "sendsBeforeTheirTime", early,
                    "calmQuestions", calm.length,
                    "calmP95Ms", p95),
                "0 lost, 0 sends before their time, p95 of the calm chats below 300 ms",
                ledger.isClean() && early == 0 && refused > 0)
            .inTime(p95 < 300);
      }
    }
  }

  private synchronized Optional<Fault> weather(Call call) {
    boolean stormy = call.chat() >= FIRST_STORMY && call.chat() < FIRST_STORMY + CHATS;
    if (!call.method().equals("sendmessage") || !stormy) {
      return Optional.empty();
    }
    long now = System.nanoTime();
    if (notBefore.getOrDefault(call.chat(), now) > now) {
      early++;
    }
    if (random.nextInt(10) >= 3) {
      return Optional.empty();
    }
    refused++;
    int seconds = 1 + random.nextInt(5);
    notBefore.put(call.chat(), now + Duration.ofSeconds(seconds).toNanos());
    return Optional.of(Fault.tooMany(seconds));
  }
}
