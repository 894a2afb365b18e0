package io.verbatim.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.article.Library;
import io.verbatim.bot.Conversation;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Call;
import io.verbatim.botapi.Updates;
import io.verbatim.botapi.Witness;
import io.verbatim.embedding.Encoders;
import io.verbatim.journal.Journal;
import io.verbatim.lucene.ArticleIndex;
import io.verbatim.summary.Summarizer;
import io.verbatim.telegram.ApiServer;
import io.verbatim.telegram.Receiving;
import io.verbatim.telegram.Rules;
import io.verbatim.telegram.TelegramBot;
import io.verbatim.telegram.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * How long a reader waits for suggestions while typing: the bot in this process with both encoders,
 * over HTTP against the double of the Bot API. A query is put into the hands of a poll that waits
 * for it; the clock stops when {@code answerInlineQuery} has come. One reader types the questions
 * about the seed, letter by letter, and the next query comes when the one before is answered, so
 * that none is superseded. Prints a table, then one JSON object on the last line.
 */
final class Inline {
  /** One reader types all of it, more than a bot that is open to all would answer. */
  private static final int MANY = 1_000_000;

  /** Letters typed before the first query: Telegram asks when a reader pauses. */
  private static final int FIRST = 3;

  /** Letters typed between two queries. */
  private static final int STEP = 1;

  private static final int WARM_UP = 150;
  private static final long READER = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final double MILLISECOND = 1e6;
  private static final double PLACES = 1e2;

  private final Arrivals arrivals = new Arrivals();
  private final BotApiDouble server = BotApiDouble.watchedBy(arrivals);

  private Inline() {}

  /** What came of what is waited for, by the clock of {@link System#nanoTime}. */
  private static final class Arrivals implements Witness {
    private final LinkedBlockingQueue<Long> polls = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Long> answers = new LinkedBlockingQueue<>();

    @Override
    public void asked(Call call, long arrived) {
      switch (call.method()) {
        case "getupdates" -> polls.add(arrived);
        case "answerinlinequery" -> answers.add(arrived);
        default -> {}
      }
    }

    @Override
    public void done(Call call, long arrived) {}
  }

  /** Runs and prints. */
  public static void main(String[] args) throws Exception {
    new Inline().run();
  }

  private void run() throws Exception {
    var library = new Library(List.of(Seed.article()));
    Path folder = Files.createTempDirectory("inline");
    try (server;
        Encoders encoders = Verbatim.loadEncoders();
        ArticleIndex index = ArticleIndex.inMemory(library);
        Journal journal = Journal.open(folder.resolve("journal.db"), InstantSource.system())) {
      index.read(encoders, read -> {});
      TelegramBot bot = bot(library, index, journal, folder);
      Thread running = Thread.ofPlatform().start(bot::run);
      List<String> queries = queries();
      for (int i = 0; i < WARM_UP; i++) {
        ask(queries.get(i * queries.size() / WARM_UP));
      }
      double[] times = new double[queries.size()];
      for (int i = 0; i < times.length; i++) {
        times[i] = ask(queries.get(i));
      }
      bot.stop();
      running.join();
      print(times);
    }
  }

  private TelegramBot bot(Library library, ArticleIndex index, Journal journal, Path folder)
      throws IOException {
    var answerer = new Answerer(library, index, AnswerPolicy.SHIPPED);
    var conversation =
        new Conversation(library, answerer, new Summarizer(library), index::answersByMeaning);
    return new TelegramBot(
        new Token(BotApiDouble.TOKEN),
        ApiServer.parse(server.url()),
        new Receiving.Polling(PATIENCE),
        library,
        conversation,
        conversation.suggester(),
        new TelegramBot.Words(_ -> "", _ -> "", Optional.empty()),
        new TelegramBot.Keeping(journal, folder.resolve("quarantine"), false),
        new Rules(true, MANY, MANY, Set.of(), Set.of(), Set.of()),
        new SimpleMeterRegistry(),
        () -> {});
  }

  /** The questions as they are typed, and nothing at all, which is where one begins. */
  private static List<String> queries() {
    var queries = new ArrayList<String>();
    for (String question : Seed.QUESTIONS) {
      queries.add("");
      for (int length = FIRST; length < question.length(); length += STEP) {
        queries.add(question.substring(0, length));
      }
      queries.add(question);
    }
    return queries;
  }

  /** Asks when a poll waits, and tells how many milliseconds the answer took. */
  private double ask(String query) throws InterruptedException {
    await(arrivals.polls);
    arrivals.polls.clear();
    long began = System.nanoTime();
    server.enqueue(Updates.inline(READER, query));
    return (await(arrivals.answers) - began) / MILLISECOND;
  }

  private static long await(LinkedBlockingQueue<Long> arrivals) throws InterruptedException {
    Long arrived = arrivals.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (arrived == null) {
      throw new IllegalStateException("nothing came in " + PATIENCE);
    }
    return arrived;
  }

  private static void print(double[] times) {
    Arrays.sort(times);
    ObjectNode json = JsonMapper.builder().build().createObjectNode();
    json.put("inline_queries", times.length);
    for (int percent : List.of(50, 95, 99)) {
      double time = times[Math.min(times.length - 1, times.length * percent / 100)];
      System.out.printf(Locale.ROOT, "p%d %8.2f ms%n", percent, time);
      json.put("inline_ms_p" + percent, Math.round(time * PLACES) / PLACES);
    }
    json.put("inline_ms_max", Math.round(times[times.length - 1] * PLACES) / PLACES);
    System.out.println(json);
  }
}
