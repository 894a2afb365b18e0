package io.verbatim.reliability;

import io.verbatim.botapi.BotApiDouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The network fails in one way after the other while readers ask, and returns. */
final class Outages {
  private static final Duration LONG = Duration.ofSeconds(60);

  private Outages() {}

  static List<Figure> run(Bench bench) throws Exception {
    var figures = new ArrayList<Figure>();
    boolean brief = bench.scale().brief();
    figures.add(downAtStart(bench.at("down"), Duration.ofSeconds(brief ? 3 : 15)));
    for (Wire.State state :
        List.of(Wire.State.RESET, Wire.State.BLACK_HOLE, Wire.State.HALF_OPEN, Wire.State.DRIP)) {
      figures.add(cut(bench, state, brief ? Duration.ofSeconds(5) : LONG));
    }
    return figures;
  }

  private static Figure downAtStart(Bench bench, Duration lasting) throws Exception {
    var ledger = new Ledger();
    try (var server = BotApiDouble.watchedBy(ledger);
        var wire = new Wire(server.port())) {
      wire.unplug();
      new Asking(server, ledger).ask(20, 20, 1001);
      try (var bot = bench.start(wire.url(), Bench.UNLIMITED)) {
        // Java needs a second or two itself.
        Thread.sleep(lasting.plusSeconds(2));
        wire.plug();
        return figure("server down at start", ledger, bot, lasting);
      }
    }
  }

  private static Figure cut(Bench bench, Wire.State state, Duration lasting) throws Exception {
    String name = state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    var ledger = new Ledger();
    try (var server = BotApiDouble.watchedBy(ledger);
        var wire = new Wire(server.port())) {
      var asking = new Asking(server, ledger);
      try (var bot = bench.at(name).start(wire.url(), Bench.UNLIMITED)) {
        asking.ask(100, 20, 1001);
        ledger.await(50, LONG);
        wire.become(state);
        asking.ask(50, 20, 1001);
        Thread.sleep(lasting);
        // What is asked from now on can be answered only after the return.
        asking.ask(20, 20, 2001);
        wire.become(Wire.State.WHOLE);
        return figure(name, ledger, bot, lasting);
      }
    }
  }

  private static Figure figure(String name, Ledger ledger, BotProcess bot, Duration lasting)
      throws Exception {
    long back = System.nanoTime();
    int before = ledger.answered();
    ledger.await(before + 1, LONG);
    double first = seconds(back);
    ledger.awaitAll(LONG);
    double all = seconds(back);
    int code = bot.terminate(Duration.ofSeconds(20));
    return new Figure(
            "network: " + name,
            Figure.values(
                "outageS", lasting.toSeconds(),
                "firstAnswerAfterS", first,
                "allAnswersAfterS", all,
                "questions", ledger.questions(),
                "lost", ledger.lost(),
                "duplicates", ledger.duplicates(),
                "inversions", ledger.inversions(),
                "exitCode", code),
            "first answer 5 s after the return, 0 lost, 0 inversions, exit code 0",
            ledger.lost() == 0 && ledger.inversions() == 0 && code == 0)
        .inTime(first <= 5);
  }

  private static double seconds(long since) {
    return Math.round((System.nanoTime() - since) / 1e8) / 10.0;
  }
}
