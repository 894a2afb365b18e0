package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.bot.Reply;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Fault;
import io.verbatim.botapi.Updates;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

class SecretsTest {
  private static final String SECRET = "AAF-double_0123456789abcdefghijklmn";

  private final Logger http = Logger.getLogger("okhttp3");
  private final Handler bridge = new SLF4JBridgeHandler();

  @BeforeEach
  void logsAllOfTheHttpClient() {
    http.addHandler(bridge);
    http.setLevel(Level.ALL);
  }

  @AfterEach
  void logsItNoMore() {
    http.removeHandler(bridge);
  }

  @Test
  void logsNeitherTokenNorWordsInAnyTrouble() {
    try (var server = new BotApiDouble();
        var log = new LogCapture()) {
      for (Fault fault :
          List.of(
              Fault.html(502),
              Fault.refusal(500, "Internal Server Error"),
              Fault.refusal(400, "Bad Request: whatever"),
              new Fault.Closes(),
              Fault.tooMany(1))) {
        for (String method : List.of("getMe", "getUpdates", "sendMessage", "getMyCommands")) {
          server.fail(method, 1, fault);
        }
      }
      server.enqueue(Updates.inPrivate(1, "confidential"));
      server.enqueueRaw("{\"update_id\":%d,\"message\":\"confidential\"}");
      server.enqueue(Updates.inPrivate(2, "confidential fail"));
      var bot =
          new RunningBot(
              server,
              Articles.bees(),
              request -> {
                if (request.toString().contains("fail")) {
                  throw new IllegalArgumentException("confidential");
                }
                return Reply.say("confidential reply");
              });
      server.awaitAllConfirmed();
      server.fail("getUpdates", 1, Fault.refusal(401, "Unauthorized"));
      server.enqueue(Updates.inPrivate(1, "confidential"));
      assertEquals(new Ending.TokenRefused(401), bot.ending());

      assertFalse(log.lines().isEmpty());
      assertEquals(List.of(), log.lines(SECRET));
      assertEquals(List.of(), log.lines("confidential"));
    }
  }

  @Test
  void logsNoSecretOfTheWebhookInAnyTrouble(@TempDir Path folder) throws Exception {
    try (var server = new BotApiDouble();
        var log = new LogCapture()) {
      for (Fault fault :
          List.of(
              Fault.html(502),
              Fault.refusal(400, "Bad Request: bad webhook: Failed to resolve host"),
              new Fault.Closes(),
              Fault.tooMany(1))) {
        server.fail("setWebhook", 1, fault);
      }
      server.fail("getWebhookInfo", 1, Fault.refusal(401, "Unauthorized"));
      var webhook =
          new Receiving.Webhook(
              URI.create("https://example.org/hook"),
              InetSocketAddress.createUnresolved("127.0.0.1", 0));
      var bot =
          new RunningBot(
              server,
              Articles.bees(),
              request -> Reply.say("a reply"),
              folder,
              webhook,
              duration -> {});
      assertEquals(new Ending.TokenRefused(401), bot.ending());

      String secret =
          server.calls("setWebhook").getFirst().parameters().path("secret_token").asText();
      assertEquals(43, secret.length());
      assertFalse(log.lines("example.org").isEmpty());
      assertEquals(List.of(), log.lines(secret));
    }
  }

  @Test
  void showsNoSecretInTextsOfObjects() {
    WebhookSecret secret = WebhookSecret.random();
    var request = new SetWebhook("https://example.org/hook");
    request.setSecretToken(secret.reveal());

    assertEquals("WebhookSecret[hidden]", secret.toString());
    assertFalse(new Acknowledged(request).toString().contains(secret.reveal()));
  }

  @Test
  void showsNoTokenInTextsOfObjects() {
    var token = new Token(" " + BotApiDouble.TOKEN + "\n");
    assertEquals("Token[hidden]", token.toString());
    assertEquals("at <token>!", token.redact("at " + BotApiDouble.TOKEN + "!"));
  }

  @Test
  void refusesWhatIsNoTokenWithoutRepeatingIt() {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> new Token("my secret " + SECRET));

    assertFalse(refusal.toString().contains(SECRET));
    assertTrue(refusal.toString().contains("@BotFather"));
  }
}
