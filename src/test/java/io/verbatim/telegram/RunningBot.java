package io.verbatim.telegram;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.verbatim.article.Library;
import io.verbatim.bot.Responder;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A bot that runs against a server; pauses take no time and are noted. It has a journal of its own,
 * unless it is told where another one left off.
 */
final class RunningBot {
  static final String APOLOGY = "Sorry, something went wrong.";
  static final String LATE = "This comes late.";
  private static final TelegramBot.Words WORDS =
      new TelegramBot.Words(locale -> APOLOGY, locale -> LATE, Optional.empty());

  private static final Receiving POLLING = new Receiving.Polling(Receiving.Polling.LONGEST);
  private static final Rules GENEROUS =
      new Rules(false, 1_000, 1_000, Set.of(), Set.of(), Set.of());
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final Stop stop = new Stop();
  private final Journal journal;
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
    this(
        token,
        url,
        library,
        responder,
        meanwhile,
        folder(),
        InstantSource.system(),
        GENEROUS,
        POLLING);
  }

  /** A bot with rules of its own. */
  RunningBot(BotApiDouble server, Library library, Responder responder, Rules rules) {
    this(
        BotApiDouble.TOKEN,
        server.url(),
        library,
        responder,
        duration -> {},
        folder(),
        InstantSource.system(),
        rules,
        POLLING);
  }

  RunningBot(BotApiDouble server, Library library, Responder responder) {
    this(BotApiDouble.TOKEN, server.url(), library, responder);
  }

  /** A bot that goes on where another one in that folder left off. */
  RunningBot(
      BotApiDouble server, Library library, Responder responder, Path folder, InstantSource clock) {
    this(server, library, responder, folder, clock, duration -> {});
  }

  /**
   * A bot that goes on where another one in that folder left off.
   *
   * @param meanwhile what happens in a pause
   */
  RunningBot(
      BotApiDouble server,
      Library library,
      Responder responder,
      Path folder,
      InstantSource clock,
      Consumer<Duration> meanwhile) {
    this(
        BotApiDouble.TOKEN,
        server.url(),
        library,
        responder,
        meanwhile,
        folder,
        clock,
        GENEROUS,
        POLLING);
  }

  /** A bot that Telegram brings updates to, with a journal in that folder. */
  RunningBot(
      BotApiDouble server,
      Library library,
      Responder responder,
      Path folder,
      Receiving.Webhook webhook,
      Consumer<Duration> meanwhile) {
    this(
        BotApiDouble.TOKEN,
        server.url(),
        library,
        responder,
        meanwhile,
        folder,
        InstantSource.system(),
        GENEROUS,
        webhook);
  }

  private RunningBot(
      String token,
      String url,
      Library library,
      Responder responder,
      Consumer<Duration> meanwhile,
      Path folder,
      InstantSource clock,
      Rules rules,
      Receiving receiving) {
    journal = Journal.open(folder.resolve("journal.db"), clock);
    bot =
        new TelegramBot(
            new Token(token),
            ApiServer.parse(url),
            receiving,
            library,
            responder,
            (query, reader) -> List.of(),
            WORDS,
            new TelegramBot.Keeping(journal, folder.resolve("quarantine.jsonl"), false),
            rules,
            new SimpleMeterRegistry(),
            () -> {},
            clock,
            Optional.of(duration -> {
              pauses.add(duration);
              meanwhile.accept(duration);
              return !stop.requested();
            }));
    ending = CompletableFuture.supplyAsync(this::run, task -> Thread.ofPlatform().start(task));
  }

  private Ending run() {
    try (journal) {
      return bot.run();
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("running-bot");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Journal journal() {
    return journal;
  }

  List<Duration> pauses() {
    return pauses;
  }

  /** Waits until nothing that it took over waits for an answer. */
  void awaitAllAnswered() {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (journal.inbox().waiting() > 0) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(journal.inbox().waiting() + " wait after " + DEADLINE);
      }
      LockSupport.parkNanos(1_000_000);
    }
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
