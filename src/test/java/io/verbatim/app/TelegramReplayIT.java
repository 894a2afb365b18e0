package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.SentMessage;
import io.verbatim.botapi.Updates;
import io.verbatim.botapi.Updates.MessageUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dialogue of the README, and what else readers do in Telegram, with the packaged jar: raw
 * updates in, raw requests out.
 */
@Timeout(300)
class TelegramReplayIT {
  private static final long READER = 1;
  private static final long GROUP = -1001;
  private static final String QUESTION = "Who was the US ambassador to Russia?";
  private static final String ANSWER = "Michael McFaul who worked as the US ambassador to Russia";
  private static final Pattern CHAT = Pattern.compile("(?s)```console\n\\$ ./verbatim\n(.*?)```");

  /** Lines of buttons, as the terminal shows them; not those that say where a quote stands. */
  private static final String BUTTONS = "(?m)^  \\[(?!\\d+] ¶ \\d+ of ).*$";

  private static final Pattern BUTTON = Pattern.compile("\\[(\\d+)\\] (.+?)(?=  \\[|$)");

  private final BotApiDouble server = new BotApiDouble();

  @TempDir Path folder;

  /** What is typed in the README, and all that is shown for it. */
  private record Turn(String typed, String shown) {}

  @AfterEach
  void sentNothingThatTelegramRefuses() {
    server.close();
  }

  @Test
  void answersTheDialogueOfTheReadmeAsTheReadmeSays() throws Exception {
    try (var bot = PackagedBot.start(server, folder)) {
      awaitEncoders();
      String before = "";
      for (Turn turn : dialogue()) {
        SentMessage answer =
            turn.typed.matches("\\d+")
                ? press(READER, READER, label(turn.typed, before))
                : ask(Updates.inPrivate(READER, turn.typed));
        assertEquals(bare(turn.shown.replaceAll(BUTTONS, "")), bare(answer.text()), turn::typed);
        before = turn.shown;
      }
      assertEquals(0, bot.terminate(Duration.ofSeconds(5)), bot.log());
    }
  }

  @Test
  void goesOnAfterARestartWithItsButtonsEditsGroupsAndInlineQueries() throws Exception {
    var question = Updates.inPrivate(READER, QUESTION);
    SentMessage answer;
    try (var bot = PackagedBot.start(server, folder)) {
      awaitEncoders();
      answer = ask(question);
      ask(Updates.inGroup(GROUP, 5, "/ask " + QUESTION));
      assertEquals(0, bot.terminate(Duration.ofSeconds(5)), bot.log());
    }
    try (var bot = PackagedBot.start(server, folder)) {
      awaitEncoders();

      SentMessage walked = press(READER, READER, "▶");
      assertEquals(answer.id(), walked.id());
      assertTrue(walked.text().contains("¶ 6 of 8"), walked::text);

      SentMessage edited = edit(question, "Is there growing concern?");
      assertEquals(answer.id(), edited.id());
      assertTrue(edited.text().contains("growing concern"), edited::text);

      SentMessage inGroup = last(GROUP);
      server.enqueue(Updates.press(GROUP, inGroup.id(), 6, inGroup.button("▶")));
      server.enqueue(Updates.press(GROUP, inGroup.id(), 5, "quote:00000000:1"));
      press(GROUP, 5, "▶");
      List<String> notices =
          server.calls("answerCallbackQuery").stream()
              .map(call -> call.parameters().path("text").asText())
              .filter(notice -> !notice.isEmpty())
              .toList();
      assertEquals(
          List.of(
              "Only who asked can turn these pages. Ask your own with /ask.",
              "That button is out of date. Ask again, and you get new ones."),
          notices);

      server.enqueue(Updates.inline(8, QUESTION));
      JsonNode results =
          server.awaitCalls("answerInlineQuery", 1).getFirst().parameters().path("results");
      assertTrue(
          results.at("/0/input_message_content/message_text").asText().startsWith(ANSWER),
          results::toString);
      server.awaitAllConfirmed();
      assertEquals(0, bot.terminate(Duration.ofSeconds(5)), bot.log());
    }
  }

  private static List<Turn> dialogue() throws Exception {
    Matcher chat = CHAT.matcher(Files.readString(Readme.FILE));
    assertTrue(chat.find());
    var turns = new ArrayList<Turn>();
    for (String turn : chat.group(1).split("(?m)^> ", -1)) {
      String[] lines = turn.split("\n", 2);
      if (!turns.isEmpty() || !turn.startsWith("Ask me about")) {
        turns.add(new Turn(lines[0], lines.length > 1 ? lines[1] : ""));
      }
    }
    turns.removeIf(turn -> turn.typed.equals("/quit"));
    assertTrue(turns.size() > 5, turns::toString);
    return turns;
  }

  /** The label of the button of that number, as the terminal numbers them. */
  private static String label(String number, String shown) {
    return shown
        .lines()
        .flatMap(line -> BUTTON.matcher(line).results())
        .filter(button -> button.group(1).equals(number))
        .reduce((first, second) -> second)
        .orElseThrow()
        .group(2);
  }

  /** Without white space and what the terminal draws, so that line breaks do not count. */
  private static String bare(String text) {
    return text.replaceAll("[\\s┃]+", "");
  }

  /** Waits until answers are found by meaning, as those in the README are. */
  private void awaitEncoders() {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (!ask(Updates.inPrivate(7, "/about")).text().contains("two small encoders")) {
      assertTrue(Instant.now().isBefore(deadline), "the encoders are not ready");
    }
  }

  private SentMessage ask(MessageUpdate update) {
    long chat = update.message().at("/chat/id").asLong();
    server.enqueue(update);
    server.await(
        "reply",
        calls ->
            server.messages(chat).stream()
                .anyMatch(message -> message.repliesTo().orElse(0) == update.id()),
        Duration.ofMinutes(2));
    return last(chat);
  }

  private SentMessage press(long chat, long reader, String label) {
    SentMessage under = last(chat);
    int edits = server.calls("editMessageText").size();
    server.enqueue(Updates.press(chat, under.id(), reader, under.button(label)));
    server.awaitCalls("editMessageText", edits + 1);
    return last(chat);
  }

  private SentMessage edit(MessageUpdate question, String text) {
    int edits = server.calls("editMessageText").size();
    ObjectNode update = question.json().objectNode();
    ObjectNode message = question.message().deepCopy().put("text", text);
    update.set("edited_message", message.put("edit_date", message.path("date").asInt() + 60));
    server.enqueue(update);
    server.awaitCalls("editMessageText", edits + 1);
    return last(READER);
  }

  private SentMessage last(long chat) {
    return server.messages(chat).getLast();
  }
}
