package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Fault;
import io.verbatim.botapi.Updates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot over a Bot API double: how it ends, and what an operator can see of it. */
@Timeout(120)
class BotCommandTest {
  private final BotApiDouble server = new BotApiDouble();
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;
  private Program program;

  @BeforeEach
  void set() {
    program = new Program(folder).at(server);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void endsWith78WhenTheTokenIsRefused() {
    server.fail("getUpdates", 1, Fault.refusal(401, "Unauthorized"));

    assertEquals(78, run());
  }

  @Test
  void endsWith78WhenTheTokenIsRefusedAtTheStart() {
    server.fail("getMe", 1, Fault.refusal(404, "Not Found"));

    assertEquals(78, run());
  }

  @Test
  void endsWith78WhenAnotherInstancePolls() {
    server.fail(
        "getUpdates", 3, Fault.refusal(409, "Conflict: terminated by other getUpdates request"));

    assertEquals(78, run());
    assertEquals(3, server.calls("getUpdates").size());
  }

  @Test
  void endsWith78WhenAWebhookIsSet() {
    server.setWebhook("https://example.org/other");

    assertEquals(78, run());
  }

  @Test
  void endsWith78WhenItsWebhookIsRefused() throws Exception {
    server.fail("setWebhook", 1, Fault.refusal(400, "Bad Request: bad webhook: not public"));
    program.environment.put("TELEGRAM_WEBHOOK_URL", "https://bot.example.org/telegram");
    program.environment.put("TELEGRAM_WEBHOOK_LISTEN", "127.0.0.1:" + freePort());

    assertEquals(78, run());
  }

  @Test
  void endsWith78WhenAnotherOneRunsInTheSameFolder() throws Exception {
    program.start();
    server.awaitCalls("getMe", 1);
    var second = new Program(folder).at(server);

    assertEquals(78, second.run(Program.PROJECT, "", Main::messenger, "bot"));

    assertTrue(second.err().contains("another Verbatim keeps its state"), second.err());
    program.stop();
  }

  @Test
  void showsHowItDoesWhileItRuns() throws Exception {
    int port = freePort();
    program.environment.put("VERBATIM_HEALTH_PORT", "" + port);
    program.start();
    server.enqueue(Updates.inPrivate(1, "Who was the US ambassador to Russia?"));
    server.awaitMessages(1);
    server.awaitAllConfirmed();

    HttpResponse<String> health = get(port, "/healthz", it -> it.body().contains("\"waiting\":0"));
    assertEquals(200, health.statusCode());
    assertTrue(health.body().contains("\"status\":\"ok\""), health.body());
    assertTrue(health.body().contains("\"index\":\"words\""), health.body());
    assertTrue(health.body().matches("(?s).*\"paragraphs\":[1-9].*"), health.body());
    String figures = get(port, "/metrics", _ -> true).body();
    assertTrue(figures.contains("verbatim_requests_total{outcome=\"answered\"} 1.0"), figures);
    assertTrue(figures.contains("verbatim_updates_total 1.0"), figures);

    program.stop();
  }

  private int run() {
    return program.run(Program.PROJECT, "", Main::messenger, "bot");
  }

  /** What is served once it is as wanted. */
  private HttpResponse<String> get(int port, String path, Predicate<HttpResponse<String>> wanted)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    while (!wanted.test(answer)) {
      answer = client.send(request, BodyHandlers.ofString());
    }
    return answer;
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
