package io.verbatim.botapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotApiDoubleTest {
  private static final String HELLO = "{\"chat_id\":1,\"text\":\"hello\"}";

  private final BotApiDouble server = new BotApiDouble();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void knowsTheBotByItsTokenInAnyCaseOfTheMethod() {
    assertEquals(BotApiDouble.NAME, call("GETME", "{}").at("/result/username").asText());
    assertEquals(401, status(post("botwrong/getMe", "{}")));
    assertEquals(401, status(post("getMe", "{}")));
    assertEquals(404, error("noSuchMethod", "{}"));
  }

  @Test
  void handsUpdatesOverUntilTheyAreConfirmed() {
    int first = server.enqueue(Updates.inPrivate(1, "one"));
    server.enqueue(Updates.inPrivate(1, "two"));
    server.enqueue(Updates.inPrivate(1, "three"));

    assertEquals(List.of("one", "two", "three"), updates("{}"));
    assertEquals(List.of("one", "two", "three"), updates("{\"offset\":0}"));
    assertEquals(List.of("one", "two"), updates("{\"limit\":2}"));
    assertEquals(List.of("two", "three"), updates("{\"offset\":" + (first + 1) + "}"));
    assertEquals(List.of("two", "three"), updates("{\"offset\":" + (first + 9_000) + "}"));
    assertEquals(List.of("three"), updates("{\"offset\":-1}"));
    assertEquals(List.of(), updates("{\"offset\":" + (first + 3) + "}"));
    assertEquals(0, server.unconfirmed());
  }

  @Test
  void handsOverAHundredAtMost() {
    for (int i = 0; i < 130; i++) {
      server.enqueue(Updates.inPrivate(1, "text"));
    }

    assertEquals(100, updates("{}").size());
  }

  @Test
  void letsAPollWaitForAnUpdate() {
    CompletableFuture<JsonNode> poll = pollInBackground();
    server.enqueue(Updates.inPrivate(1, "at last"));

    assertEquals("at last", await(poll).at("/result/0/message/text").asText());
  }

  @Test
  void sendsThePollAwayThatCameFirst() {
    CompletableFuture<JsonNode> first = pollInBackground();
    CompletableFuture<JsonNode> second = pollInBackground();

    Object away = CompletableFuture.anyOf(first, second).orTimeout(120, TimeUnit.SECONDS).join();
    server.enqueue(Updates.inPrivate(1, "for the other"));

    assertEquals(409, status((JsonNode) away));
    CompletableFuture.allOf(first, second).orTimeout(120, TimeUnit.SECONDS).join();
    assertEquals(
        1,
        List.of(first, second).stream().filter(poll -> poll.join().path("ok").asBoolean()).count());
  }

  @Test
  void doesNotLetPollWhileAWebhookIsSet() {
    CompletableFuture<JsonNode> poll = pollInBackground();
    call("setWebhook", "{\"url\":\"https://example.org\"}");

    assertEquals(409, status(await(poll)));
    assertEquals(409, error("getUpdates", "{}"));
    assertEquals("https://example.org", call("getWebhookInfo", "{}").at("/result/url").asText());
    call("deleteWebhook", "{}");
    assertEquals(List.of(), updates("{}"));
  }

  @Test
  void keepsMessagesAndTheirEdits() {
    int id = call("sendMessage", HELLO).at("/result/message_id").asInt();
    String edit = "{\"chat_id\":1,\"message_id\":" + id + ",\"text\":\"bye\"}";

    assertEquals("bye", call("editMessageText", edit).at("/result/text").asText());
    assertEquals(400, error("editMessageText", edit));
    assertEquals(400, error("editMessageText", "{\"chat_id\":1,\"message_id\":9,\"text\":\"x\"}"));
    assertEquals(List.of("bye"), server.messages(1).stream().map(SentMessage::text).toList());
    assertEquals(List.of(), server.violations());
  }

  @Test
  void refusesChatsThatAreGone() {
    server.block(1);
    assertEquals(403, error("sendMessage", HELLO));
    server.lose(1);
    assertEquals(400, error("sendMessage", HELLO));
    server.move(1, -100);
    assertEquals(-100, call("sendMessage", HELLO).at("/parameters/migrate_to_chat_id").asInt());
  }

  @Test
  void keepsCommandsByScopeAndLanguage() {
    String german =
        """
        {"language_code":"de","commands":[{"command":"help","description":"Hilfe"}]}\
        """;
    call("setMyCommands", german);

    assertEquals(0, call("getMyCommands", "{}").path("result").size());
    assertEquals(
        "Hilfe",
        call("getMyCommands", "{\"language_code\":\"de\"}").at("/result/0/description").asText());
  }

  @Test
  void failsAsOftenAsTold() {
    server.fail("sendMessage", 1, Fault.tooMany(5));
    server.fail("sendMessage", 1, new Fault.Closes());

    assertEquals(5, call("sendMessage", HELLO).at("/parameters/retry_after").asInt());
    assertThrows(java.io.UncheckedIOException.class, () -> call("sendMessage", HELLO));
    assertTrue(call("sendMessage", HELLO).path("ok").asBoolean());
    assertEquals(
        List.of(429, 0, 200), server.calls("sendMessage").stream().map(Call::status).toList());
    assertEquals(1, server.messages().size());
  }

  @Test
  void doesWhatIsAskedAndLosesTheAnswer() {
    server.fail("sendMessage", 1, new Fault.DoesAndCloses());

    assertThrows(java.io.UncheckedIOException.class, () -> call("sendMessage", HELLO));
    assertEquals(1, server.messages().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"chat_id\":1}",
        "{\"chat_id\":1,\"text\":\" \\n\"}",
        "{\"text\":\"x\"}",
        "{\"chat_id\":1,\"text\":\"x\",\"parse_mode\":\"HTML\"}",
        "{\"chat_id\":1,\"text\":\"x\",\"txt\":\"x\"}",
        "{\"chat_id\":1,\"text\":\"x\",\"reply_parameters\":{}}",
        "{\"chat_id\":1,\"text\":\"x\",\"reply_parameters\":{\"message\":1}}",
        "{\"chat_id\":1,\"text\":\"x\",\"reply_markup\":{\"keyboard\":[]}}",
        "{\"chat_id\":1,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[]]}}",
        "{\"chat_id\":1,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"b\"}]]}}",
      })
  void refusesAndNotesWhatTelegramWouldNotTake(String message) {
    assertEquals(400, error("sendMessage", message));
    assertEquals(1, server.violations().size());
  }

  @ParameterizedTest
  @CsvSource({
    "bold, 0, 4, true",
    "bold, 0, 5, false",
    "bold, 2, 0, false",
    "bold, -1, 2, false",
    "bold, 0, 2, false",
    "bold, 0, 3, true",
    "brave, 0, 3, false"
  })
  void checksEntities(String type, int offset, int length, boolean good) {
    String entity =
        "{\"type\":\"" + type + "\",\"offset\":" + offset + ",\"length\":" + length + "}";
    String message = "{\"chat_id\":1,\"text\":\"a🐝b\",\"entities\":[" + entity + "]}";

    assertEquals(good, call("sendMessage", message).path("ok").asBoolean());
    assertEquals(good, server.violations().isEmpty());
  }

  @Test
  void measuresTextInUtf16AndButtonsInBytes() {
    String text = "🐝".repeat(2_048);
    assertTrue(send(text, "é".repeat(32)).path("ok").asBoolean());

    assertEquals(400, status(send(text + "x", "é")));
    assertEquals(400, status(send(text, "é".repeat(33))));
    assertEquals(2, server.violations().size());
  }

  @Test
  void readsFormsToo() throws Exception {
    var request =
        HttpRequest.newBuilder(
                URI.create(server.url() + "/bot" + BotApiDouble.TOKEN + "/sendMessage"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("chat_id=1&text=a%26b"))
            .build();

    http.send(request, BodyHandlers.ofString());

    assertEquals("a&b", server.messages().getFirst().text());
  }

  private JsonNode send(String text, String data) {
    return call(
        "sendMessage",
        """
        {"chat_id":1,"text":"%s",
         "reply_markup":{"inline_keyboard":[[{"text":"b","callback_data":"%s"}]]}}
        """
            .formatted(text, data));
  }

  private CompletableFuture<JsonNode> pollInBackground() {
    return CompletableFuture.supplyAsync(
        () -> call("getUpdates", "{\"timeout\":50}"), task -> Thread.ofVirtual().start(task));
  }

  private List<String> updates(String parameters) {
    return StreamSupport.stream(call("getUpdates", parameters).path("result").spliterator(), false)
        .map(update -> update.at("/message/text").asText())
        .toList();
  }

  private int error(String method, String parameters) {
    return status(call(method, parameters));
  }

  private static int status(JsonNode answer) {
    return answer.path("error_code").asInt();
  }

  private JsonNode call(String method, String parameters) {
    return post("bot" + BotApiDouble.TOKEN + "/" + method, parameters);
  }

  private JsonNode post(String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(server.url() + "/" + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode await(CompletableFuture<JsonNode> answer) {
    return answer.orTimeout(120, TimeUnit.SECONDS).join();
  }
}
