package io.verbatim.telegram;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.verbatim.article.Library;
import io.verbatim.bot.Responder;
import io.verbatim.botapi.BotApiDouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A bot that runs against a server; pauses take no time and are noted. */
final class RunningBot {
  static final String APOLOGY = "Sorry, something went wrong.";
  private static final TelegramBot.Words WORDS =
      new TelegramBot.Words(command -> "What " + command.word() + " does", locale -> APOLOGY);

  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final Stop stop = new Stop();
  private final TelegramBot bot;
  private final CompletableFuture<Ending> ending;

  RunningBot(String token, String url, Library library, Responder responder) {
    this(token, url, library, responder, duration -> {});
  }

  /**
   * @param meanwhile what happens in a pause
   */
  RunningBot(
      String token,
      String url,
      Library library,
      Responder responder,
      Consumer<Duration> meanwhile) {
    bot =
        new TelegramBot(
            new Token(token),
            ApiServer.parse(url),
            TelegramBot.LONGEST_POLL,
            library,
            responder,
            WORDS,
            new Rules(false, 1_000, 1_000, Set.of(), Set.of(), Set.of()),
            new SimpleMeterRegistry(),
            () -> {},
            Optional.of(duration -> {
              pauses.add(duration);
              meanwhile.accept(duration);
              return !stop.requested();
            }));
    ending = CompletableFuture.supplyAsync(bot::run, task -> Thread.ofPlatform().start(task));
  }

  RunningBot(BotApiDouble server, Library library, Responder responder) {
    this(BotApiDouble.TOKEN, server.url(), library, responder);
  }

  List<Duration> pauses() {
    return pauses;
  }

  /** Asks it to stop, and does not wait. */
  void requestStop() {
    stop.request();
    Thread.startVirtualThread(bot::stop);
  }

  /** Stops it and gives how it ended. */
  Ending stop() {
    stop.request();
    bot.stop();
    return ending();
  }

  /** How it ends; an exception if it does not. */
  Ending ending() {
    return ending.copy().orTimeout(120, TimeUnit.SECONDS).join();
  }

  CompletableFuture<Ending> whenEnded() {
    return ending.copy();
  }
}
