package io.verbatim.reliability;

import io.verbatim.botapi.BotApiDouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * The bot is ended while it answers, again and again, and started again: by {@code kill -9}, which
 * leaves it no time, or by {@code SIGTERM}, which leaves it five seconds.
 */
final class Kills {
  private static final Duration SILENCE = Duration.ofSeconds(40);
  private static final int CHATS = 200;

  private final Bench bench;
  private final long seed;
  private final Ledger ledger = new Ledger();

  private Kills(Bench bench, long seed) {
    this.bench = bench;
    this.seed = seed;
  }

  static List<Figure> kill(Bench bench) throws Exception {
    var figures = new ArrayList<Figure>();
    for (int seed = 1; seed <= bench.scale().seeds(); seed++) {
      figures.add(new Kills(bench.at("seed-" + seed), seed).kill());
    }
    return figures;
  }

  static List<Figure> term(Bench bench) throws Exception {
    return List.of(new Kills(bench, 1).term());
  }

  private Figure kill() throws Exception {
    int questions = bench.scale().of(10_000, 3_000);
    int kills = bench.scale().of(24, 20);
    var random = new Random(seed);
    try (var server = BotApiDouble.watchedBy(ledger)) {
      new Asking(server, ledger).ask(questions, CHATS, 1001);
      int killed = 0;
      boolean going = true;
      for (int point : points(questions * 9 / 10, kills, random)) {
        try (var bot = bench.start(server.url(), Bench.UNLIMITED)) {
          if (random.nextInt(5) == 0) {
            // Within its start, or the first answers after it.
            Thread.sleep(random.nextInt(2500));
          } else {
            going &= ledger.await(point, SILENCE);
            Thread.sleep(0, random.nextInt(1_000_000));
          }
          bot.kill();
          ledger.killed();
          killed++;
        }
        if (!going) {
          break;
        }
      }
      finish(server);
      List<String> violations = server.violations();
      boolean kept =
          killed >= 20
              && ledger.lost() == 0
              && ledger.unexcused() == 0
              && ledger.inversions() == 0
              && violations.isEmpty();
      return new Figure(
              "kill seed " + seed,
              Figure.values(
                  "updates", questions,
                  "chats", CHATS,
                  "kills", killed,
                  "lost", ledger.lost(),
                  "duplicates", ledger.duplicates(),
                  "duplicatesNotLastOfTheirChat", ledger.unexcused(),
                  "duplicatesNotInFlight", ledger.late(),
                  "inversions", ledger.inversions(),
                  "violations", violations.size()),
              "20 kills, 0 lost, no duplicate but of a send in flight at a kill, 0 inversions",
              kept)
          .inTime(ledger.late() == 0);
    }
  }

  private Figure term() throws Exception {
    int questions = bench.scale().of(10_000, 2_000);
    int stops = bench.scale().of(20, 4);
    var random = new Random(seed);
    var slowest = Duration.ZERO;
    int unclean = 0;
    try (var server = BotApiDouble.watchedBy(ledger)) {
      new Asking(server, ledger).ask(questions, CHATS, 1001);
      for (int point : points(questions * 9 / 10, stops, random)) {
        try (var bot = bench.start(server.url(), Bench.UNLIMITED)) {
          // One answer of its own at least: a JVM that is still starting ends by the signal itself.
          ledger.await(Math.max(point, ledger.answered() + 1), SILENCE);
          long before = System.nanoTime();
          if (bot.terminate(Duration.ofSeconds(20)) != 0) {
            unclean++;
          }
          var lasted = Duration.ofNanos(System.nanoTime() - before);
          slowest = lasted.compareTo(slowest) > 0 ? lasted : slowest;
        }
      }
      finish(server);
      boolean kept = unclean == 0 && ledger.isClean();
      return new Figure(
              "term",
              Figure.values(
                  "updates", questions,
                  "stops", stops,
                  "exitsNotZero", unclean,
                  "slowestMs", slowest.toMillis(),
                  "lost", ledger.lost(),
                  "duplicates", ledger.duplicates(),
                  "inversions", ledger.inversions()),
              "exit 0 in 5 s, 0 lost, 0 duplicates, 0 inversions",
              kept)
          .inTime(slowest.toMillis() <= 5000);
    }
  }

  private void finish(BotApiDouble server) throws Exception {
    try (var bot = bench.start(server.url(), Bench.UNLIMITED)) {
      ledger.awaitAll(SILENCE);
      // What would come twice comes soon.
      Thread.sleep(1000);
      bot.terminate(Duration.ofSeconds(20));
    }
  }

  /** Different numbers of answers, ascending. */
  private static Set<Integer> points(int most, int number, Random random) {
    var points = new TreeSet<Integer>();
    while (points.size() < number) {
      points.add(1 + random.nextInt(most));
    }
    return points;
  }
}
