package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.telegram.Token;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program, run in this process: what it finds around it, and what it has said so far. */
final class Program {
  /** The project, which the program lives in. */
  static final Path PROJECT = Path.of("").toAbsolutePath();

  /** Variables by name. */
  final Map<String, String> environment = new HashMap<>();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CompletableFuture<Messenger> messenger = new CompletableFuture<>();
  private final CompletableFuture<Verbatim> verbatim = new CompletableFuture<>();
  private CompletableFuture<Integer> bot = CompletableFuture.completedFuture(0);

  /**
   * @param folder for its index and its state
   */
  Program(Path folder) {
    environment.put("VERBATIM_INDEX_FOLDER", folder.resolve("index").toString());
    environment.put("VERBATIM_STATE_FOLDER", folder.resolve("state").toString());
  }

  /** Lets it be the bot of a server, which answers by words. */
  Program at(BotApiDouble server) {
    environment.put("TELEGRAM_BOT_TOKEN", BotApiDouble.TOKEN);
    environment.put("TELEGRAM_API_URL", server.url());
    environment.put("VERBATIM_ANSWER_BY", "words");
    return this;
  }

  /** Runs a command that needs no messenger. */
  int run(String... args) {
    return run(PROJECT, args);
  }

  /** The same in another folder. */
  int run(Path here, String... args) {
    return run(
        here,
        "",
        (settings, token, verbatim, state, meters, goodPoll) -> {
          throw new AssertionError("no messenger is asked for");
        },
        args);
  }

  /**
   * Runs a command and gives its exit code.
   *
   * @param here the current folder
   * @param input what comes in by standard input
   */
  int run(Path here, String input, Messenger.Maker messenger, String... args) {
    var surroundings =
        new Surroundings(
            PROJECT,
            here,
            environment,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return Cli.run(surroundings, messenger, args);
  }

  /** Starts the bot, without Telegram's limits. */
  void start() {
    environment.put("TELEGRAM_LIMITS", "off");
    bot =
        CompletableFuture.supplyAsync(
            () -> run(PROJECT, "", this::messenger, "bot"),
            task -> Thread.ofPlatform().start(task));
  }

  /** Waits until the bot that was started answers by meaning. */
  void awaitMeaning() {
    CompletableFuture.anyOf(verbatim, bot).join();
    verbatim.join().reading().await();
  }

  /** Stops the bot, if it was started; it must end well. */
  void stop() {
    CompletableFuture.anyOf(messenger, bot).join();
    if (messenger.isDone()) {
      messenger.join().stop();
    }
    assertEquals(0, bot.orTimeout(60, TimeUnit.SECONDS).join(), this::err);
  }

  private Messenger messenger(
      Settings settings,
      Token token,
      Verbatim opened,
      State state,
      MeterRegistry meters,
      Runnable goodPoll) {
    verbatim.complete(opened);
    messenger.complete(Main.messenger(settings, token, opened, state, meters, goodPoll));
    return messenger.join();
  }

  /** What it has printed. */
  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What it has complained of. */
  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Drops what it has said. */
  void forget() {
    out.reset();
    err.reset();
  }
}
