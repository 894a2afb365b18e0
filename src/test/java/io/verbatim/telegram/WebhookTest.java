package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Request;
import io.verbatim.bot.Responder;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Fault;
import io.verbatim.botapi.SentMessage;
import io.verbatim.botapi.Updates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test plays Telegram and calls the bot over HTTP. */
class WebhookTest {
  private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
  private static final Responder ECHO = request -> Reply.say("re: " + said(request));
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;
  private final BotApiDouble server = new BotApiDouble();
  private final HttpClient telegram = HttpClient.newHttpClient();
  private final Semaphore looks = new Semaphore(0);
  private final List<RunningBot> bots = new ArrayList<>();
  private Receiving.Webhook webhook = at(1);

  @BeforeEach
  void choosePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      webhook = at(probe.getLocalPort());
    }
  }

  @AfterEach
  void sentNothingThatTelegramRefuses() {
    bots.forEach(this::stop);
    telegram.close();
    server.close();
  }

  @Test
  void answersAQuestionThatTelegramBrings() throws Exception {
    start(ECHO);

    assertEquals(200, bring(secret(1), update(1, "How far do bees fly?")));

    assertEquals(List.of("re: How far do bees fly?"), texts(1));
    assertEquals(List.of(), server.calls("getUpdates"));
  }

  @Test
  void asksForWhatPollingAsksForAndDropsNothing() {
    start(ECHO);

    ObjectNode asked = server.awaitCalls("setWebhook", 1).getFirst().parameters();

    assertEquals("https://example.org/hook", asked.path("url").asText());
    assertTrue(asked.path("secret_token").asText().matches("[A-Za-z0-9_-]{43}"));
    var kinds = new ArrayList<String>();
    asked.path("allowed_updates").forEach(kind -> kinds.add(kind.asText()));
    assertEquals(GetBatch.KINDS, kinds);
    assertFalse(asked.path("drop_pending_updates").asBoolean());
  }

  @Test
  void takesNothingFromWhoeverDoesNotShowTheSecret() throws Exception {
    start(ECHO);
    String secret = secret(1);

    var wrong = call(request("/hook").header(SECRET, secret + "x"), update(1, "forged"));
    var missing = call(request("/hook"), update(2, "forged"));
    assertEquals(List.of(401, 401), List.of(wrong.statusCode(), missing.statusCode()));
    assertEquals("", wrong.body() + missing.body());

    assertEquals(200, bring(secret, update(3, "true")));
    assertEquals(List.of("re: true"), texts(1));
  }

  @Test
  void servesOneMethodOnOnePath() throws Exception {
    start(ECHO);
    String secret = secret(1);

    var elsewhere = call(request("/hook/").header(SECRET, secret), update(1, "elsewhere"));
    assertEquals(404, elsewhere.statusCode());
    var got =
        telegram.send(
            request("/hook").header(SECRET, secret).GET().build(), BodyHandlers.ofString());
    assertEquals(405, got.statusCode());
    assertEquals(200, bring(secret, update(2, "here")));
    assertEquals(List.of("re: here"), texts(1));
  }

  @Test
  void refusesABodyOfMoreThanAMegabyte() throws Exception {
    start(ECHO);
    String secret = secret(1);
    String question = update(1, "padded");

    assertEquals(413, bring(secret, question + " ".repeat(MEGABYTE + 1 - question.length())));
    assertEquals(200, bring(secret, question + " ".repeat(MEGABYTE - question.length())));
    assertEquals(List.of("re: padded"), texts(1));
  }

  @Test
  void answersOnceWhatIsBroughtTwice() throws Exception {
    RunningBot bot = start(ECHO);
    String secret = secret(1);

    assertEquals(200, bring(secret, update(1, "one")));
    assertEquals(List.of("re: one"), texts(1));
    assertEquals(200, bring(secret, update(1, "one")));
    assertEquals(200, bring(secret, update(2, "two")));

    bot.awaitAllAnswered();
    assertEquals(List.of("re: one", "re: two"), texts(2));
  }

  @Test
  void setsAsideWhatIsNoUpdateSoThatItIsNotBroughtForEver() throws Exception {
    start(ECHO);
    String secret = secret(1);
    List<String> poisons =
        List.of("no JSON", "{\"message\":{}}", "", "]", "{\"update_id\":7,\"message\":42}");

    for (String poison : poisons) {
      assertEquals(200, bring(secret, poison), poison);
    }
    assertEquals(200, bring(secret, update(8, "after")));

    assertEquals(List.of("re: after"), texts(1));
    List<String> kept = Files.readAllLines(folder.resolve("quarantine.jsonl"));
    assertEquals(poisons, kept.subList(1, kept.size()), "after the line that dates them");
  }

  @Test
  void answersAfterARestartWhatWasBroughtBefore() throws Exception {
    server.fail("sendMessage", Integer.MAX_VALUE, new Fault.Closes());
    RunningBot first = start(ECHO);
    assertEquals(200, bring(secret(1), update(1, "before")));
    server.awaitCalls("sendMessage", 1);
    stop(first);
    server.heal();

    start(ECHO);

    assertEquals(List.of("re: before"), texts(1));
    assertEquals(200, bring(secret(2), update(1, "before")));
    assertEquals(200, bring(secret(2), update(2, "after")));
    assertEquals(List.of("re: before", "re: after"), texts(2));
  }

  @Test
  void leavesTheWebhookSetWhenItStopsAndMakesAnotherSecretAtTheNextStart() throws Exception {
    RunningBot first = start(ECHO);
    String before = secret(1);
    assertInstanceOf(Ending.Stopped.class, stop(first));
    assertEquals(List.of(), server.calls("deleteWebhook"));

    start(ECHO);
    secret(2);

    assertEquals(401, bring(before, update(1, "old secret")));
  }

  @Test
  void goesOnTryingWhileTelegramCannotBeReached() throws Exception {
    server.fail("setWebhook", 3, Fault.html(502));

    start(ECHO);

    assertEquals(200, bring(secret(4), update(1, "at last")));
    assertEquals(List.of("re: at last"), texts(1));
  }

  @Test
  void endsWhenTheTokenIsRefused() {
    server.fail("setWebhook", 1, Fault.refusal(401, "Unauthorized"));

    assertEquals(new Ending.TokenRefused(401), start(ECHO).ending());
  }

  @Test
  void endsWhenTelegramDoesNotTakeTheAddress() {
    String words = "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443";
    server.fail("setWebhook", 1, Fault.refusal(400, words));

    Ending ending = start(ECHO).ending();

    assertEquals(new Ending.WebhookRefused(webhook.url(), words), ending);
    assertTrue(ending.explanation().contains("telegram.webhook.url"), ending.explanation());
  }

  @Test
  void goesOnTryingWhileTelegramDoesNotKnowTheHost() throws Exception {
    server.fail(
        "setWebhook", 1, Fault.refusal(400, "Bad Request: bad webhook: Failed to resolve host"));

    start(ECHO);

    assertEquals(200, bring(secret(2), update(1, "known now")));
    assertEquals(List.of("re: known now"), texts(1));
  }

  @Test
  void endsWhenTheTokenIsRefusedToAnAnswer() throws Exception {
    RunningBot bot = start(ECHO);
    server.fail("sendMessage", 1, Fault.refusal(401, "Unauthorized"));

    assertEquals(200, bring(secret(1), update(1, "hello")));
    server.awaitCalls("sendMessage", 1);
    looks.release(1_000);

    assertEquals(new Ending.TokenRefused(401), bot.ending());
  }

  @Test
  void setsTheWebhookAgainWhenSomebodyElseHasChangedIt() throws Exception {
    start(ECHO);
    secret(1);
    server.setWebhook("https://example.org/other");

    looks.release();

    assertEquals(200, bring(secret(2), update(1, "again")));
    assertEquals(List.of("re: again"), texts(1));
  }

  @Test
  void saysThatItsPortIsTaken() throws Exception {
    var taken = InetAddress.getLoopbackAddress();
    try (var other = new ServerSocket(webhook.listen().getPort(), 1, taken)) {
      assertInstanceOf(Ending.CannotListen.class, start(ECHO).ending());
      assertTrue(other.isBound());
    }
  }

  @Test
  void letsTelegramComeAgainWithWhatCannotBeKept() throws Exception {
    WebhookSecret secret = WebhookSecret.random();
    try (var full = new WebhookServer(webhook, secret, body -> false)) {
      assertEquals(webhook.listen().getPort(), full.port());
      assertEquals(503, bring(secret.reveal(), update(1, "kept by Telegram")));
    }
  }

  @Test
  void letsTelegramComeAgainWhenTooMuchIsInHand() throws Exception {
    WebhookSecret secret = WebhookSecret.random();
    var inHand = new CountDownLatch(WebhookServer.SIDE_BY_SIDE);
    var go = new CountDownLatch(1);
    var taker =
        (WebhookServer.Taker)
            body -> {
              inHand.countDown();
              try {
                return go.await(2, TimeUnit.MINUTES);
              } catch (InterruptedException e) {
                return false;
              }
            };
    try (var busy = new WebhookServer(webhook, secret, taker)) {
      assertEquals(webhook.listen().getPort(), busy.port());
      HttpRequest brings =
          request("/hook")
              .header(SECRET, secret.reveal())
              .POST(BodyPublishers.ofString(update(1, "one of many")))
              .build();
      List<CompletableFuture<HttpResponse<String>>> calls =
          IntStream.range(0, WebhookServer.SIDE_BY_SIDE)
              .mapToObj(i -> telegram.sendAsync(brings, BodyHandlers.ofString()))
              .toList();
      assertTrue(inHand.await(2, TimeUnit.MINUTES));

      assertEquals(503, bring(secret.reveal(), update(2, "one too many")));

      go.countDown();
      for (var call : calls) {
        assertEquals(200, call.join().statusCode());
      }
    }
  }

  @Test
  void isTakenAwayByHandSoThatTheBotCanPollAgain() throws Exception {
    RunningBot first = start(ECHO);
    assertEquals(200, bring(secret(1), update(1, "brought")));
    texts(1);
    stop(first);
    server.enqueue(Updates.inPrivate(1, "waited"));

    var removal = new WebhookRemoval(new Token(BotApiDouble.TOKEN), ApiServer.parse(server.url()));
    assertTrue(removal.run().isEmpty());

    bots.add(new RunningBot(server, Articles.bees(), ECHO));
    assertEquals(List.of("re: brought", "re: waited"), texts(2));
  }

  private static Receiving.Webhook at(int port) {
    return new Receiving.Webhook(
        URI.create("https://example.org/hook"),
        InetSocketAddress.createUnresolved("127.0.0.1", port));
  }

  private RunningBot start(Responder responder) {
    var bot = new RunningBot(server, Articles.bees(), responder, folder, webhook, this::meanwhile);
    bots.add(bot);
    return bot;
  }

  private void meanwhile(Duration pause) {
    if (pause.equals(WebhookReceiver.LOOK)) {
      looks.acquireUninterruptibly();
    }
  }

  private Ending stop(RunningBot bot) {
    bot.requestStop();
    looks.release();
    Ending ending = bot.ending();
    looks.drainPermits();
    return ending;
  }

  /** The secret that the bot told Telegram at that call of {@code setWebhook}. */
  private String secret(int call) {
    JsonNode asked = server.awaitCalls("setWebhook", call).get(call - 1).parameters();
    return asked.path("secret_token").asText();
  }

  private static String update(int id, String text) {
    ObjectNode update = Updates.inPrivate(1, text).json();
    return update.put("update_id", id).toString();
  }

  private int bring(String secret, String body) throws Exception {
    return call(request("/hook").header(SECRET, secret), body).statusCode();
  }

  private HttpRequest.Builder request(String path) {
    int port = webhook.listen().getPort();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofMinutes(2));
  }

  private HttpResponse<String> call(HttpRequest.Builder request, String body) throws Exception {
    return telegram.send(
        request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private List<String> texts(int number) {
    return server.awaitMessages(number).stream().map(SentMessage::text).toList();
  }

  private static String said(Request request) {
    return request instanceof Request.Message message ? message.text() : request.toString();
  }
}
