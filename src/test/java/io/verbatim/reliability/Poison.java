package io.verbatim.reliability;

import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Fault;
import io.verbatim.botapi.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Spoilt updates among good ones, and answers that are none: the good ones are answered by one
 * process.
 */
final class Poison {
  private static final int HUGE = 60_000_000;
  private static final long FIRST_SPOILT = 50_001;

  private Poison() {}

  static List<Figure> run(Bench bench) throws Exception {
    int spoilt = bench.scale().of(10_000, 1_000);
    var ledger = new Ledger();
    var random = new Random(1);
    var mutation = new Mutation(random);
    List<Fault> bodies = bodies();
    try (var server = BotApiDouble.watchedBy(ledger)) {
      var asking = new Asking(server, ledger);
      try (var bot = bench.start(server.url(), Bench.UNLIMITED)) {
        boolean going = true;
        for (int i = 0; i < spoilt && going; i++) {
          long chat = FIRST_SPOILT + random.nextInt(100);
          var update = Asking.update(chat, chat, 1_000_000 + i);
          // One of ten hides or forges even its id.
          String spared = random.nextInt(10) == 0 ? "" : "update_id";
          server.enqueue(id -> mutation.spoil(update.put("update_id", id), spared));
          asking.ask(1001 + random.nextInt(100));
          if (i % 100 == 0) {
            elements(server);
          }
          if (i % (spoilt / bodies.size()) == 0 && i / (spoilt / bodies.size()) < bodies.size()) {
            server.fail("getUpdates", 1, bodies.get(i / (spoilt / bodies.size())));
            going = ledger.awaitAll(Duration.ofSeconds(60));
          }
        }
        ledger.awaitAll(Duration.ofSeconds(60));
        boolean alive = bot.isAlive();
        int code = bot.terminate(Duration.ofSeconds(20));
        return List.of(
            new Figure(
                "poison",
                Figure.values(
                    "spoilt", spoilt,
                    "badBodies", bodies.size(),
                    "good", ledger.questions(),
                    "lost", ledger.lost(),
                    "duplicates", ledger.duplicates(),
                    "inversions", ledger.inversions(),
                    "answersToSpoiltOnes", ledger.others(),
                    "aliveInTheEnd", alive,
                    "exitCode", code),
                "0 of the good ones lost, none waits for a minute, no restart, exit code 0",
                ledger.isClean() && going && alive && code == 0));
      }
    }
  }

  /** What no update looks like. */
  private static void elements(BotApiDouble server) {
    server.enqueueRaw("null");
    server.enqueueRaw("42");
    server.enqueueRaw("{}");
    server.enqueue(Updates.poison());
    server.enqueueRaw(Updates.poisonDeep(5_000));
  }

  /** Answers to a poll that are not what a Bot API server says. */
  private static List<Fault> bodies() {
    var bodies = new ArrayList<Fault>();
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "42",
            "{\"ok\":true}",
            "{\"ok\":true,\"result\":null}",
            "{\"ok\":true,\"result\":{}}",
            "{\"ok\":true,\"result\":[null]}",
            "{\"ok\":true,\"result\":[{\"update_id\":1,\"message\":{\"mess",
            "\u0000\u0001\u0002",
            "{\"ok\":true,\"result\":[{\"novelty\":\"" + "x".repeat(HUGE) + "\"}]}")) {
      bodies.add(new Fault.Answers(200, body));
    }
    bodies.add(Fault.html(200));
    bodies.add(Fault.html(502));
    bodies.add(new Fault.DoesAndTruncates());
    return bodies;
  }
}
