package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.verbatim.article.Library;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Suggester;
import io.verbatim.bot.Suggestion;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Call;
import io.verbatim.botapi.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;

class InlineDeskTest {
  private static final Library BEES = Articles.bees();

  private final BotApiDouble server = new BotApiDouble();
  private final BotApi api =
      new BotApi(
          new Token(BotApiDouble.TOKEN), ApiServer.parse(server.url()), Receiving.Polling.LONGEST);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  @AfterEach
  void askedNothingThatTelegramRefuses() {
    api.close();
    server.close();
  }

  @Test
  void offersVerifiedQuotesWithTheWayBack() {
    desk((query, reader) -> List.of(suggestion("1", 1), suggestion("2", 2)))
        .take(1, query(5, "How far do bees fly?"));

    JsonNode answer = answers(1).getFirst();
    JsonNode first = answer.at("/results/0");
    assertEquals(2, answer.path("results").size());
    assertEquals("article", first.path("type").asText());
    assertEquals("¶ 1", first.path("title").asText());
    assertEquals(
        BEES.article(Articles.BEES).orElseThrow().paragraph(1).orElseThrow().text() + "\n¶ 1",
        first.at("/input_message_content/message_text").asText());
    assertEquals("blockquote", first.at("/input_message_content/entities/0/type").asText());
    assertTrue(first.at("/input_message_content/link_preview_options/is_disabled").asBoolean());
    assertEquals(
        "https://t.me/VerbatimTestBot?start=a_p1",
        first.at("/reply_markup/inline_keyboard/0/0/url").asText());
    assertEquals(1, first.at("/reply_markup/inline_keyboard/0").size(), "nothing that comes back");
    assertEquals(300, answer.path("cache_time").asInt());
    assertTrue(answer.path("is_personal").asBoolean());
  }

  @Test
  void invitesToAskInPrivateWhereNothingIsFound() {
    desk((query, reader) -> List.of()).take(1, query(5, "quantum?"));

    JsonNode answer = answers(1).getFirst();
    assertEquals(0, answer.path("results").size());
    assertEquals("inline", answer.at("/button/start_parameter").asText());
    assertEquals("The article does not say. Ask me in private", answer.at("/button/text").asText());
  }

  @Test
  void cutsWhatIsTooLongAndKeepsOneOfEach() {
    var long1 = new Suggestion("1", "👑".repeat(300), "b".repeat(999), reply(1), "a");
    desk((query, reader) -> List.of(long1, long1, suggestion("2", 2))).take(1, query(5, "bees"));

    JsonNode answer = answers(1).getFirst();
    assertEquals("👑".repeat(100) + "…", answer.at("/results/0/title").asText());
    assertEquals(2, answer.path("results").size());
  }

  @Test
  void answersTheLatestOfAReaderAlone() throws Exception {
    var asked = new CopyOnWriteArrayList<String>();
    var go = new CountDownLatch(1);
    InlineDesk desk = busyUntil(go, asked);

    for (String typed : List.of("H", "Ho", "How", "How far?")) {
      desk.take(1, query(5, typed));
    }
    desk.take(1, query(6, "Who?"));
    go.countDown();

    assertEquals(6, answers(6).size());
    assertEquals(List.of("How far?", "Who?"), asked.stream().skip(4).sorted().toList());
  }

  @Test
  void offersNothingForNowWhenItFails() {
    try (var log = new LogCapture()) {
      desk(
              (query, reader) -> {
                throw new IllegalStateException("about " + query);
              })
          .take(1, query(5, "my secret question"));

      JsonNode answer = answers(1).getFirst();
      assertEquals(0, answer.path("results").size());
      assertEquals(0, answer.path("cache_time").asInt());
      assertEquals(1, log.lines("IllegalStateException").size());
      assertEquals(List.of(), log.lines("secret"));
    }
  }

  @Test
  void answersOnlyThoseWhoMayUseTheBot() {
    var rules = new Rules(true, 30, 20, Set.of(5L), Set.of(-100L), Set.of());
    InlineDesk desk = desk((query, reader) -> List.of(suggestion(query, 1)), rules);

    desk.take(1, query(6, "stranger"));
    desk.take(1, query(5, "known"));

    assertEquals("known", answers(1).getFirst().at("/results/0/id").asText());
    assertEquals(1, answers(1).size());
  }

  @Test
  void answersAReaderNoMoreThanTheRulesAllow() {
    var rules = new Rules(true, 30, 2, Set.of(), Set.of(), Set.of());
    InlineDesk desk = desk((query, reader) -> List.of(suggestion(query, 1)), rules);

    desk.take(1, query(5, "one"));
    answers(1);
    desk.take(2, query(5, "two"));
    answers(2);
    desk.take(3, query(5, "eager"));
    desk.take(4, query(6, "three"));
    answers(3);
    now.set(Instant.EPOCH.plusSeconds(2));
    desk.take(5, query(5, "four"));

    assertEquals(
        List.of("one", "two", "three", "four"),
        answers(4).stream().map(answer -> answer.at("/results/0/id").asText()).toList());
  }

  @Test
  void letsSoManyReadersWaitAndForgetsTheOldestBeyond() throws Exception {
    var asked = new ConcurrentLinkedQueue<String>();
    var go = new CountDownLatch(1);
    InlineDesk desk = busyUntil(go, asked);

    for (int i = 1; i <= InlineDesk.MOST_WAITING + 5; i++) {
      desk.take(i, query(1_000 + i, "" + i));
    }
    go.countDown();

    answers(4 + InlineDesk.MOST_WAITING);
    assertEquals(4 + InlineDesk.MOST_WAITING, asked.size());
    assertFalse(asked.contains("5"));
    assertTrue(asked.contains("6"));
  }

  /** A desk whose places are all taken by a query "busy", and which notes what it is asked. */
  private InlineDesk busyUntil(CountDownLatch go, Collection<String> asked) throws Exception {
    var busy = new CountDownLatch(4);
    InlineDesk desk =
        desk((query, reader) -> {
          asked.add(query);
          busy.countDown();
          await(go);
          return List.of();
        });
    IntStream.range(0, 4).forEach(i -> desk.take(1, query(100 + i, "busy")));
    assertTrue(busy.await(60, TimeUnit.SECONDS));
    return desk;
  }

  private InlineDesk desk(Suggester suggester) {
    return desk(suggester, Rules.OPEN);
  }

  private InlineDesk desk(Suggester suggester, Rules rules) {
    var me = new Me(BotApiDouble.BOT, BotApiDouble.NAME);
    var keyboard = new Keyboard(me, new Seal(new byte[] {1}));
    return new InlineDesk(
        api,
        suggester,
        new MessageWriter(BEES, me),
        keyboard,
        new Admission(rules),
        _ -> Optional.empty(),
        now::get);
  }

  private List<JsonNode> answers(int number) {
    return server.awaitCalls("answerInlineQuery", number).stream()
        .<JsonNode>map(Call::parameters)
        .toList();
  }

  private static Suggestion suggestion(String id, int paragraph) {
    return new Suggestion(id, "¶ " + paragraph, "Bees", reply(paragraph), "a_p" + paragraph);
  }

  private static Reply reply(int paragraph) {
    return new Reply(
        List.of(new Reply.Quotation(Articles.quote(BEES, paragraph), false, "¶ " + paragraph)),
        List.of(
            List.of(
                new Reply.Button.Open("Read it", "a_p" + paragraph),
                new Reply.Button.Press("More", "more:1"))));
  }

  private static InlineQuery query(long reader, String text) {
    return new ObjectMapper()
        .convertValue(Updates.inline(reader, text).put("update_id", 1), Update.class)
        .getInlineQuery();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
