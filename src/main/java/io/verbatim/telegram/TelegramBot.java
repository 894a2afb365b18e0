package io.verbatim.telegram;

import io.micrometer.core.instrument.MeterRegistry;
import io.verbatim.article.Library;
import io.verbatim.bot.Responder;
import io.verbatim.bot.Suggester;
import io.verbatim.journal.Journal;
import io.verbatim.journal.JournalException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/** The bot on Telegram: receives what readers send and replies until it is stopped. */
public final class TelegramBot {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramBot.class);

  /** Updates in hand at once; most of them wait for Telegram. */
  private static final int SIDE_BY_SIDE = 1_000;

  /** What is in hand may take so long from the wish to stop, whatever else was waited for. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Token token;
  private final ApiServer server;
  private final Receiving receiving;
  private final Library library;
  private final Responder responder;
  private final Suggester suggester;
  private final Words words;
  private final Keeping keeping;
  private final Rules rules;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Runnable wellReceived;
  private final Stop stop = new Stop();
  private final Pause pause;
  private final RandomGenerator random;
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();
  private volatile Supplier<Duration> stuck = () -> Duration.ZERO;

  /**
   * What the bot says of its own.
   *
   * @param apology for a request that failed, in the reader's language
   * @param late for an answer that comes late, in the reader's language
   * @param name that Telegram shows, 1 to 64 characters; empty for the one that it has
   */
  public record Words(
      Function<Locale, String> apology, Function<Locale, String> late, Optional<String> name) {}

  /**
   * What outlives the bot.
   *
   * @param journal what was received and what is remembered
   * @param quarantine file for updates that cannot be read
   * @param questions whether questions that are voted on or not covered are kept
   */
  public record Keeping(Journal journal, Path quarantine, boolean questions) {}

  /**
   * @param token of the bot
   * @param server where the Bot API is served
   * @param receiving how updates come
   * @param library what is quoted; every quote is compared with it before it is sent
   * @param responder answers requests; called by many threads
   * @param suggester offers quotes in inline mode; called by many threads
   * @param words what the bot says of its own
   * @param keeping what outlives the bot
   * @param rules what the operator has decided
   * @param meters where figures are kept
   * @param wellReceived to be run whenever Telegram is seen to hand updates to this bot
   */
  public TelegramBot(
      Token token,
      ApiServer server,
      Receiving receiving,
      Library library,
      Responder responder,
      Suggester suggester,
      Words words,
      Keeping keeping,
      Rules rules,
      MeterRegistry meters,
      Runnable wellReceived) {
    this(
        token,
        server,
        receiving,
        library,
        responder,
        suggester,
        words,
        keeping,
        rules,
        meters,
        wellReceived,
        InstantSource.system(),
        Optional.empty());
  }

  /**
   * @param clock tells how long ago something came
   * @param pause lets time pass
   */
  TelegramBot(
      Token token,
      ApiServer server,
      Receiving receiving,
      Library library,
      Responder responder,
      Suggester suggester,
      Words words,
      Keeping keeping,
      Rules rules,
      MeterRegistry meters,
      Runnable wellReceived,
      InstantSource clock,
      Optional<Pause> pause) {
    this.token = token;
    this.server = server;
    this.receiving = receiving;
    this.library = library;
    this.responder = responder;
    this.suggester = suggester;
    this.words = words;
    this.keeping = keeping;
    this.rules = rules;
    this.clock = clock;
    this.meters = meters;
    this.wellReceived = wellReceived;
    this.pause = pause.orElse(stop);
    this.random = new Random();
  }

  /**
   * Runs until it is stopped or cannot go on. To be called once.
   *
   * @return why it ended
   */
  public Ending run() {
    try (var api = new BotApi(token, server, Receiving.Polling.LONGEST)) {
      ending.complete(run(api));
    } finally {
      ending.complete(new Ending.Stopped());
    }
    return ending.join();
  }

  /**
   * Asks {@link #run} to end, which it does within 4 s at the latest: what is in hand is finished.
   * May be called by any thread, also before or after the run.
   */
  public void stop() {
    stop.request();
  }

  /**
   * For how long an update has been in hand that should have been answered by now; zero for none.
   * One whose chat Telegram told to wait is not in hand.
   */
  public Duration stuck() {
    return stuck.get();
  }

  private Ending run(BotApi api) {
    var insistence = new Insistence(api, server, stop, pause, random);
    return insistence.ask(
        new GetMe(), user -> run(api, insistence, new Me(user.getId(), user.getUserName())));
  }

  private Ending run(BotApi api, Insistence insistence, Me me) {
    LOG.info("this is @{} at {}", me.name(), server);
    Thread.startVirtualThread(new Profile(api, pause, words.name(), rules.admins())::bringUpToDate);
    var throttle = new Throttle(rules.limited(), Timer.SYSTEM, stop);
    Journal journal = keeping.journal();
    var seal = new Seal(journal.secret());
    var keyboard = new Keyboard(me, seal);
    var requests = new Requests(keyboard);
    var halts = new Halts();
    var sender =
        new Sender(api, requests, throttle, halts, this::refuseToken, pause, random, meters);
    var writer = new MessageWriter(library, me);
    var reader = new UpdateReader(me, seal, rules.admins());
    var disk = new DiskPatience(pause);
    var notebook = new Notebook(journal, clock, keeping.questions());
    var handler =
        new UpdateHandler(
            reader,
            responder,
            writer,
            new Typing(api, Timer.SYSTEM),
            sender,
            words,
            journal.inbox(),
            disk,
            notebook,
            new Replies(journal),
            new Delay(clock),
            new Admission(rules, journal.moved()),
            meters);
    var lanes =
        new Lanes(
            journal.inbox(),
            handler,
            halts,
            stop,
            pause,
            clock,
            disk,
            SIDE_BY_SIDE,
            this::breakDown);
    stuck = lanes::stuck;
    // A bucket of its own: a query comes with every few letters, a question once it is typed.
    var inline =
        new InlineDesk(
            api,
            suggester,
            writer,
            keyboard,
            new Admission(rules),
            who -> notebook.language(Incoming.Place.privately(who)),
            clock);
    var quarantine = new Quarantine(keeping.quarantine(), clock);
    Predicate<Batch.Element> beside =
        update -> {
          reader.foresee(update);
          return inline.take(update);
        };
    var intake =
        new Intake(
            journal,
            quarantine,
            beside,
            lanes::wake,
            this::breakDown,
            clock,
            Intake.MOST_WAITING,
            meters);
    lanes.wake(journal.inbox().chats());
    try {
      return switch (receiving) {
        case Receiving.Polling(Duration patience) ->
            new Poller(api, intake, stop, pause, random, patience, clock, wellReceived).run();
        case Receiving.Webhook webhook ->
            new WebhookReceiver(webhook, api, intake, stop, pause, insistence, wellReceived).run();
      };
    } finally {
      stop.request();
      lanes.close(GRACE);
      stuck = () -> Duration.ZERO;
    }
  }

  private void refuseToken(int code) {
    ending.complete(new Ending.TokenRefused(code));
    stop.request();
  }

  private void breakDown(JournalException e) {
    ending.complete(new Ending.JournalBroken(Lanes.reason(e)));
    stop.request();
  }
}
