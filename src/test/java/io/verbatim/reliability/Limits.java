package io.verbatim.reliability;

import io.verbatim.botapi.BotApiDouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A backlog of many chats and one of a single group, answered within the limits of Telegram as the
 * program is shipped. Arrivals are looked at in sliding windows.
 */
final class Limits {
  private static final long GROUP = -1_000_001;
  private static final int PER_SECOND = 30;
  private static final int GROUP_PER_MINUTE = 20;
  // One a second in a chat, with a burst of three.
  private static final int CHAT_BURST = 3;

  private Limits() {}

  static List<Figure> run(Bench bench) throws Exception {
    return List.of(
        many("", bench.at("many"), Duration.ZERO),
        many(" 100 ms away", bench.at("away"), Duration.ofMillis(50)),
        group(bench.at("group")));
  }

  /**
   * A backlog of many chats.
   *
   * @param way how long every request travels, and every answer
   */
  private static Figure many(String where, Bench bench, Duration way) throws Exception {
    int chats = bench.scale().of(1_000, 300);
    var ledger = new Ledger();
    try (var server = BotApiDouble.watchedBy(ledger)) {
      server.moveAway(way, way);
      // Two questions each.
      new Asking(server, ledger).ask(2 * chats, chats, 1001);
      try (var bot = bench.start(server.url(), Map.of())) {
        ledger.awaitAll(Duration.ofSeconds(60));
        bot.terminate(Duration.ofSeconds(20));
      }
      long[] arrivals = ledger.arrivals();
      double seconds = (arrivals[arrivals.length - 1] - arrivals[0]) / 1e9;
      double used = (arrivals.length - PER_SECOND) / seconds / PER_SECOND;
      int all = ledger.windowsBroken(PER_SECOND, Duration.ofSeconds(1));
      int single = ledger.windowsBroken(chat -> true, CHAT_BURST, Duration.ofSeconds(CHAT_BURST));
      return new Figure(
              "throttle, backlog of many chats" + where,
              Figure.values(
                  "chats",
                  chats,
                  "answers",
                  arrivals.length,
                  "windowsOver30PerSecond",
                  all,
                  "windowsOver3In3SecondsOfAChat",
                  single,
                  "usedPercent",
                  Math.round(1000 * used) / 10.0,
                  "lost",
                  ledger.lost()),
              "0 windows broken, 95 % of 30/s used, 0 lost",
              all == 0 && single == 0 && ledger.lost() == 0)
          .inTime(used >= 0.95);
    }
  }

  private static Figure group(Bench bench) throws Exception {
    int questions = bench.scale().of(45, 23);
    var ledger = new Ledger();
    try (var server = BotApiDouble.watchedBy(ledger)) {
      var asking = new Asking(server, ledger);
      for (int i = 0; i < questions; i++) {
        asking.ask(GROUP, 5001 + i);
      }
      try (var bot = bench.start(server.url(), Map.of())) {
        ledger.awaitAll(Duration.ofSeconds(90));
        bot.terminate(Duration.ofSeconds(20));
      }
      int minute = ledger.windowsBroken(chat -> chat < 0, GROUP_PER_MINUTE, Duration.ofMinutes(1));
      int burst = ledger.windowsBroken(chat -> true, CHAT_BURST, Duration.ofSeconds(CHAT_BURST));
      return new Figure(
          "throttle, backlog of one group",
          Figure.values(
              "answers", questions,
              "windowsOver20PerMinute", minute,
              "windowsOver3In3Seconds", burst,
              "lost", ledger.lost(),
              "inversions", ledger.inversions()),
          "0 windows broken, 0 lost, 0 inversions",
          minute == 0 && burst == 0 && ledger.lost() == 0 && ledger.inversions() == 0);
    }
  }
}
