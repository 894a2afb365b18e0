package io.verbatim.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A Bot API server on the loopback interface, for one bot. Methods may be written in any case.
 * Whoever sends what the Bot API would not take is answered 400, and it is noted among the {@link
 * #violations}. Safe for use by many threads.
 */
public final class BotApiDouble implements AutoCloseable {
  /** The id of the bot. */
  public static final long BOT = 777_000_777L;

  /** The name of the bot, without {@code @}. */
  public static final String NAME = "VerbatimTestBot";

  /** A token that is as good as any. */
  public static final String TOKEN = BOT + ":AAF-double_0123456789abcdefghijklmn";

  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final String token;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final UpdateQueue updates = new UpdateQueue();
  private final Recorder recorder = new Recorder();
  private final Faults faults = new Faults();
  private final Optional<Witness> witness;
  private final Chats chats;
  private final Methods methods;
  private volatile Duration out = Duration.ZERO;
  private volatile Duration back = Duration.ZERO;

  /** A server for {@link #TOKEN} on any free port. */
  public BotApiDouble() {
    this(TOKEN, 0);
  }

  /**
   * @param token that the bot must show
   * @param port to listen at; 0 for any that is free
   */
  public BotApiDouble(String token, int port) {
    this(token, port, Optional.empty());
  }

  /** A server for {@link #TOKEN} on any free port that tells a witness and remembers nothing. */
  public static BotApiDouble watchedBy(Witness witness) {
    return new BotApiDouble(TOKEN, 0, Optional.of(witness));
  }

  private BotApiDouble(String token, int port, Optional<Witness> witness) {
    this.token = token;
    this.witness = witness;
    this.chats = new Chats(witness.isEmpty());
    this.methods = new Methods(updates, chats);
    try {
      var loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
      server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot listen at port " + port, e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Where it is, as the setting of the base URL wants it. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** The port that it listens at. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Hands an update to the bot and gives its id. */
  public int enqueue(ObjectNode update) {
    JsonNode under = update.path("callback_query").path("message");
    if (!under.isMissingNode()) {
      chats.know(under.path("chat").path("id").asLong(), under.path("message_id").asInt());
    }
    return updates.add(id -> {
      ObjectNode numbered = Answer.JSON.objectNode().put("update_id", id);
      numbered.setAll(update);
      return numbered.toString();
    });
  }

  /**
   * Hands an update to the bot that is made once its id is known, and may hide it; gives the id.
   */
  public int enqueue(IntFunction<ObjectNode> update) {
    return updates.add(id -> update.apply(id).toString());
  }

  /** Hands an update to the bot and gives its id. */
  public int enqueue(Updates.MessageUpdate update) {
    return enqueue(update.json());
  }

  /** Hands updates to the bot that one poll brings. */
  public void enqueueTogether(ObjectNode... several) {
    updates.together(() -> Stream.of(several).forEach(this::enqueue));
  }

  /** Puts anything in the place of an update, JSON or not; {@code %d} becomes its id. */
  public int enqueueRaw(String element) {
    return updates.add(id -> element.replace("%d", Integer.toString(id)));
  }

  /** Lets the ids of updates go on from another number. */
  public void numberFrom(int id) {
    updates.goOnFrom(id);
  }

  /** Number of updates that the bot has not confirmed. */
  public int unconfirmed() {
    return updates.size();
  }

  /** Moves the server away: so long every request and every answer travels from now on. */
  public void moveAway(Duration out, Duration back) {
    this.out = out;
    this.back = back;
  }

  /** Fails the next calls of a method. */
  public void fail(String method, int times, Fault fault) {
    faults.add(method, call -> true, times, fault);
  }

  /** Fails the next calls of a method about a chat. */
  public void fail(String method, long chat, int times, Fault fault) {
    faults.add(method, call -> call.chat() == chat, times, fault);
  }

  /** Fails calls as it comes to somebody's mind, before any other fault. */
  public void failAtWhim(Function<Call, Optional<Fault>> whim) {
    faults.setWhim(whim);
  }

  /** Fails the next calls of a method that are such. */
  public void fail(String method, Predicate<Call> which, int times, Fault fault) {
    faults.add(method, which, times, fault);
  }

  /** Fails no more. */
  public void heal() {
    faults.clear();
  }

  /** Lets a reader block the bot. */
  public void block(long chat) {
    chats.block(chat);
  }

  /** Lets a chat vanish. */
  public void lose(long chat) {
    chats.lose(chat);
  }

  /** Turns a group into a supergroup of another id. */
  public void move(long group, long supergroup) {
    chats.move(group, supergroup);
  }

  /** Sends the bot's updates to a webhook, which ends its polling; none if the address is empty. */
  public void setWebhook(String url) {
    methods.setWebhook(Answer.JSON.objectNode().put("url", url));
  }

  /** Everything asked so far, polls included. */
  public List<Call> calls() {
    return recorder.calls();
  }

  /** The calls of a method so far. */
  public List<Call> calls(String method) {
    String name = method.toLowerCase(Locale.ROOT);
    return calls().stream().filter(call -> call.method().equals(name)).toList();
  }

  /** The bot's messages as they stand in their chats, in the order they were first sent. */
  public List<SentMessage> messages() {
    return chats.messages();
  }

  /** The bot's messages in a chat. */
  public List<SentMessage> messages(long chat) {
    return messages().stream().filter(message -> message.chat() == chat).toList();
  }

  /** What was asked in a way that the Bot API would refuse, since this was last called. */
  public List<String> violations() {
    return recorder.takeViolations();
  }

  /** Waits for that many messages in all, and gives them. */
  public List<SentMessage> awaitMessages(int number) {
    recorder.await(number + " messages", calls -> messages().size() >= number, DEADLINE);
    return messages();
  }

  /** Waits for that many calls of a method, answered or failed, and gives them. */
  public List<Call> awaitCalls(String method, int number) {
    String name = method.toLowerCase(Locale.ROOT);
    recorder.await(
        number + " calls of " + method,
        calls -> calls.stream().filter(call -> call.method().equals(name)).count() >= number,
        DEADLINE);
    return calls(method);
  }

  /** Waits until the bot has confirmed every update. */
  public void awaitAllConfirmed() {
    try {
      if (!updates.awaitEmpty(DEADLINE)) {
        throw new AssertionError(unconfirmed() + " updates are not confirmed in " + DEADLINE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for confirmation", e);
    }
  }

  /**
   * Waits for something.
   *
   * @param wish what, for the message of the error
   * @param fulfilled whether it has come; looked at after each call
   * @throws AssertionError if it has not come at the deadline
   */
  public void await(String wish, Predicate<List<Call>> fulfilled, Duration deadline) {
    recorder.await(wish, fulfilled, deadline);
  }

  /**
   * Closes the connections and stops.
   *
   * @throws AssertionError if there are {@link #violations} that nobody has looked at
   */
  @Override
  public void close() {
    closing.countDown();
    updates.close();
    server.stop(0);
    threads.shutdownNow();
    List<String> violations = violations();
    if (!violations.isEmpty()) {
      throw new AssertionError("Telegram would have refused: " + violations);
    }
  }

  static ObjectNode user() {
    return Answer.JSON
        .objectNode()
        .put("id", BOT)
        .put("is_bot", true)
        .put("first_name", "Verbatim")
        .put("username", NAME);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      travel(out);
      long arrived = System.nanoTime();
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      String method = path[path.length - 1].toLowerCase(Locale.ROOT);
      var call = new Call(method, Parameters.read(exchange), 0);
      if (path.length != 3 || !path[1].equals("bot" + token)) {
        answer(exchange, call, Answer.refused(401, "Unauthorized"));
        return;
      }
      witness.ifPresent(w -> w.asked(call, arrived));
      Optional<String> violation = RequestCheck.violation(call.method(), call.parameters());
      violation.ifPresent(what -> recorder.violation(call.method() + ": " + what));
      Optional<Fault> fault = faults.next(call);
      if (fault.isPresent()) {
        fail(exchange, call, fault.get(), arrived);
      } else {
        answer(exchange, call, act(call, arrived));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer act(Call call, long arrived) throws InterruptedException {
    Optional<String> violation = RequestCheck.violation(call.method(), call.parameters());
    if (violation.isPresent()) {
      return Answer.refused(400, "Bad Request: " + violation.get());
    }
    Answer answer = methods.call(call);
    boolean writes = call.method().equals("sendmessage") || call.method().equals("editmessagetext");
    if (writes && answer.status() == 200) {
      witness.ifPresent(w -> w.done(call, arrived));
    }
    return answer;
  }

  private void fail(HttpExchange exchange, Call call, Fault fault, long arrived)
      throws IOException, InterruptedException {
    switch (fault) {
      case Fault.Answers(int status, String body) ->
          answer(exchange, call, new Answer(status, body));
      case Fault.Closes() -> record(call);
      case Fault.DoesAndCloses() -> {
        act(call, arrived);
        record(call);
      }
      case Fault.DoesAndTruncates() -> {
        Answer whole = act(call, arrived);
        String half = whole.body().substring(0, whole.body().length() / 2);
        answer(exchange, call, new Answer(whole.status(), half));
      }
      case Fault.BlackHole() -> {
        record(call);
        closing.await();
      }
    }
  }

  private void answer(HttpExchange exchange, Call call, Answer answer)
      throws IOException, InterruptedException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    // Recorded first: whoever waits for the call may look at once at what it did.
    record(new Call(call.method(), call.parameters(), answer.status()));
    travel(back);
    exchange.sendResponseHeaders(answer.status(), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static void travel(Duration way) throws InterruptedException {
    if (way.isPositive()) {
      Thread.sleep(way);
    }
  }

  private void record(Call call) {
    if (witness.isEmpty()) {
      recorder.add(call);
    }
  }
}
