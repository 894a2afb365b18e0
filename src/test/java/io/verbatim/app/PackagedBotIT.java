package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.SentMessage;
import io.verbatim.botapi.Updates;
import io.verbatim.botapi.Updates.MessageUpdate;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, end to end, as readers and operators meet it. */
class PackagedBotIT {
  private static final int CHATS = 20;
  private static final int ROUNDS = 10;
  private static final List<String> ASKED =
      List.of(
          "Who was the US ambassador to Russia?",
          "/summary 3",
          "/quote 7",
          "/article",
          "/help",
          "What did Trump say about the leaks?",
          "/start",
          "How do I get red wine out of a carpet?",
          "AND OR (\" *:* 👑",
          "/ask Is there growing concern?");

  @Test
  void answersEveryQuestionOnceAndInOrderInTheArticlesWords(@TempDir Path folder) throws Exception {
    String article = Files.readString(Path.of("seeds/000_b0f3f335b0cbade1.txt"));
    var asked = new HashMap<Long, List<Integer>>();
    try (var server = new BotApiDouble()) {
      ask(server, asked);
      int expected = asked.values().stream().mapToInt(List::size).sum();
      try (var bot = PackagedBot.start(server, folder)) {
        server.awaitMessages(expected);
        server.awaitAllConfirmed();

        int code = bot.terminate(Duration.ofSeconds(5));

        assertEquals(0, code, bot.log());
        assertFalse(bot.log().contains(BotApiDouble.TOKEN), "the token is in the log");
        assertFalse(bot.log().contains("ambassador"), "a reader's words are in the log");
      }
      assertEquals(asked, repliedTo(server.messages()));
      for (SentMessage message : server.messages()) {
        for (String type : List.of("blockquote", "expandable_blockquote")) {
          message.words(type).forEach(words -> assertTrue(article.contains(words), words));
        }
      }
      assertEquals(ROUNDS, server.calls("answercallbackquery").size());
    }
  }

  @Test
  void answersWhatTelegramBringsToItsWebhook(@TempDir Path folder) throws Exception {
    int port;
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    var webhook =
        Map.of(
            "TELEGRAM_WEBHOOK_URL",
            "https://bot.example.org/telegram",
            "TELEGRAM_WEBHOOK_LISTEN",
            "127.0.0.1:" + port);
    try (var server = new BotApiDouble();
        var telegram = HttpClient.newHttpClient();
        var bot = PackagedBot.start(server, folder, webhook)) {
      var set = server.awaitCalls("setWebhook", 1).getFirst().parameters();
      String secret = set.path("secret_token").asText();
      MessageUpdate question = Updates.inPrivate(1, "Who was the US ambassador to Russia?");
      String update = question.json().put("update_id", 1).toString();
      HttpRequest brings =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/telegram"))
              .header("X-Telegram-Bot-Api-Secret-Token", secret)
              .POST(HttpRequest.BodyPublishers.ofString(update))
              .build();

      assertEquals(200, telegram.send(brings, BodyHandlers.ofString()).statusCode(), bot.log());
      String answer = server.awaitMessages(1).getFirst().text();
      assertEquals(200, telegram.send(brings, BodyHandlers.ofString()).statusCode(), bot.log());

      assertTrue(answer.contains("Michael McFaul"), answer);
      assertEquals(0, bot.terminate(Duration.ofSeconds(5)), bot.log());
      assertEquals(1, server.messages().size(), "brought twice, answered once");
      assertEquals(List.of(), server.calls("getUpdates"));
      assertFalse(bot.log().contains(secret), "the secret is in the log");
    }
  }

  /**
   * Ten updates in each of twenty chats, half of them groups; between them what is nobody's
   * question, and poison.
   */
  private static void ask(BotApiDouble server, Map<Long, List<Integer>> asked) {
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < CHATS; i++) {
        boolean group = i % 2 == 1;
        long chat = group ? -1000L - i : 1000L + i;
        String text = ASKED.get((round + i) % ASKED.size());
        MessageUpdate update =
            group
                ? Updates.inGroup(chat, 100 + i, text.startsWith("/") ? text : "/ask " + text)
                : Updates.inPrivate(chat, text);
        server.enqueue(group ? command(update) : update.json());
        asked.computeIfAbsent(chat, c -> new ArrayList<>()).add(update.id());
      }
      server.enqueueRaw("null");
      server.enqueue(Updates.inGroup(-1001, 5, "nobody asked the bot"));
      server.enqueue(Updates.inChannel(-7, "a post"));
      server.enqueue(Updates.joined(-1001, 6));
      server.enqueue(Updates.press(1000, 90_000 + round, 1000, "quote:00000000:1"));
      server.enqueue(Updates.poison());
      server.enqueue(Updates.poisonInside(1000));
    }
  }

  /** Marks the command at the start of the text, as Telegram does. */
  private static ObjectNode command(MessageUpdate update) {
    String text = update.message().path("text").asText();
    int length = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
    update
        .message()
        .putArray("entities")
        .addObject()
        .put("type", "bot_command")
        .put("offset", 0)
        .put("length", length);
    return update.json();
  }

  /**
   * The messages replied to in each chat, in the order of the replies; a long reply of several
   * messages counts once.
   */
  private static Map<Long, List<Integer>> repliedTo(List<SentMessage> messages) {
    var replied = new HashMap<Long, List<Integer>>();
    for (SentMessage message : messages) {
      if (message.repliesTo().isPresent()) {
        replied
            .computeIfAbsent(message.chat(), c -> new ArrayList<>())
            .add(message.repliesTo().getAsInt());
      }
    }
    return replied;
  }
}
