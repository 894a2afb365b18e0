package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.answer.Exchange;
import io.verbatim.article.Library;
import io.verbatim.bot.Note;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Request;
import io.verbatim.bot.Responder;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Call;
import io.verbatim.botapi.Fault;
import io.verbatim.botapi.SentMessage;
import io.verbatim.botapi.Updates;
import io.verbatim.botapi.Updates.MessageUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TelegramBotTest {
  private final Instant start = Instant.now();
  private static final Library BEES = Articles.bees();
  private static final Responder ECHO = request -> Reply.say("re: " + said(request));

  private final BotApiDouble server = new BotApiDouble();
  private final List<RunningBot> bots = new ArrayList<>();

  @AfterEach
  void sentNothingThatTelegramRefuses() {
    bots.forEach(RunningBot::stop);
    server.close();
  }

  @Test
  void answersAQuestionWithVerbatimQuotes() {
    var question = Updates.inPrivate(5, "How far do bees fly?");
    server.enqueue(question);

    start(request ->
        Reply.of(
            List.of(
                new Reply.Heading("The article says"),
                new Reply.Quotation(Articles.quote(BEES, 1, 1), false, "¶ 1 of 2"),
                new Reply.Quotation(Articles.quote(BEES, 2, 0), true, "¶ 2 of 2"))));

    SentMessage message = server.awaitMessages(1).getFirst();
    assertEquals(
        """
        The article says

        Bees are fond of clover. They fly up to 3 km for it. Most don’t.
        ¶ 1 of 2

        A hive has one queen 👑. She lays 2,000 eggs a day.
        ¶ 2 of 2\
        """,
        message.text());
    assertEquals(
        List.of("The article says", "They fly up to 3 km for it.", "A hive has one queen 👑."),
        message.words("bold"));
    assertEquals(
        List.of("Bees are fond of clover. They fly up to 3 km for it. Most don’t."),
        message.words("blockquote"));
    assertEquals(
        List.of("A hive has one queen 👑. She lays 2,000 eggs a day."),
        message.words("expandable_blockquote"));
    assertEquals(OptionalInt.of(question.id()), message.repliesTo());
    assertTrue(
        message.parameters().at("/reply_parameters/allow_sending_without_reply").asBoolean());
    assertTrue(message.parameters().at("/link_preview_options/is_disabled").asBoolean());
  }

  @Test
  void aLateReplyThatIsToWaitBetweenItsPartsLosesNone() {
    MessageUpdate question = Updates.inPrivate(1, "How?");
    question.message().put("date", 1_000_000);
    List<String> parts = List.of("a".repeat(4_090), "b".repeat(3_000), "c".repeat(1_080));
    server.fail(
        "sendMessage",
        call -> call.parameters().path("text").asText().startsWith("a"),
        1,
        Fault.tooMany(1));
    server.enqueue(question);

    RunningBot bot = start(_ -> Reply.of(parts.stream().<Reply.Block>map(Reply.Say::new).toList()));

    server.awaitAllConfirmed();
    bot.awaitAllAnswered();
    assertEquals(
        RunningBot.LATE + String.join("", parts), String.join("", texts(1)).replace("\n", ""));
  }

  @Test
  void answersEachChatInOrderAndEachQuestionOnce() {
    for (int question = 0; question < 30; question++) {
      for (int chat = 1; chat <= 7; chat++) {
        server.enqueue(Updates.inPrivate(chat, "question " + question));
      }
    }

    start(ECHO);
    server.awaitMessages(210);
    server.awaitAllConfirmed();

    List<String> expected =
        IntStream.range(0, 30).mapToObj(number -> "re: question " + number).toList();
    for (int chat = 1; chat <= 7; chat++) {
      assertEquals(expected, texts(chat));
    }
  }

  @Test
  void answersOtherChatsWhileOneTakesLong() {
    var otherAnswered = new CountDownLatch(1);
    server.enqueue(Updates.inPrivate(1, "slow"));
    server.enqueue(Updates.inPrivate(2, "fast"));

    start(request -> {
      if (said(request).equals("slow")) {
        await(otherAnswered);
      } else {
        otherAnswered.countDown();
      }
      return ECHO.respond(request);
    });

    server.awaitMessages(2);
    assertEquals(List.of("re: slow"), texts(1));
  }

  @Test
  void fetchesMoreWhileAnAnswerTakesLong() {
    var lastAsked = new CountDownLatch(1);
    for (int question = 0; question < 250; question++) {
      server.enqueue(Updates.inPrivate(1, "slow"));
    }
    server.enqueue(Updates.inPrivate(2, "last"));

    start(request -> {
      if (said(request).equals("slow")) {
        await(lastAsked);
      } else {
        lastAsked.countDown();
      }
      return ECHO.respond(request);
    });

    server.awaitAllConfirmed();
    server.awaitMessages(251);
  }

  @Test
  void aChatWithManyQuestionsIsServedInTurnWithTheOthers() {
    var allIn = new CountDownLatch(1);
    for (int question = 0; question < 50; question++) {
      server.enqueue(Updates.inPrivate(1, "many"));
    }
    server.enqueue(Updates.inPrivate(2, "few"));

    start(request -> {
      await(allIn);
      return ECHO.respond(request);
    });
    server.awaitAllConfirmed();
    allIn.countDown();

    List<SentMessage> messages = server.awaitMessages(51);
    int place = messages.stream().map(SentMessage::chat).toList().indexOf(2L);
    assertTrue(place < 10, () -> "after " + place + " others");
  }

  @Test
  void answersAfterARestartWhatWasReceivedBefore(@TempDir Path folder) {
    server.enqueue(Updates.inPrivate(1, "one"));
    server.enqueue(Updates.inPrivate(1, "two"));
    server.enqueue(Updates.inPrivate(2, "other"));
    server.fail("sendMessage", Integer.MAX_VALUE, new Fault.Closes());
    RunningBot first = start(ECHO, folder, start);
    server.awaitAllConfirmed();
    server.awaitCalls("sendMessage", 2);
    first.stop();
    server.heal();

    start(ECHO, folder, start.plusSeconds(60));
    server.awaitMessages(3);

    assertEquals(List.of("re: one", "re: two"), texts(1));
    assertEquals(List.of("re: other"), texts(2));
  }

  @Test
  void saysThatAnAnswerIsLate(@TempDir Path folder) {
    server.enqueue(Updates.inPrivate(1, "one"));
    server.fail("sendMessage", Integer.MAX_VALUE, new Fault.Closes());
    RunningBot first = start(ECHO, folder, start);
    server.awaitAllConfirmed();
    first.stop();
    server.heal();

    start(ECHO, folder, start.plusSeconds(660));
    server.awaitMessages(1);
    var timely = Updates.inPrivate(1, "two");
    timely.message().put("date", start.plusSeconds(650).getEpochSecond());
    server.enqueue(timely);
    server.awaitMessages(2);

    assertEquals(List.of(RunningBot.LATE + "\n\nre: one", "re: two"), texts(1));
  }

  @Test
  void sendsTheRestOfAReplyAfterARestart(@TempDir Path folder) {
    String words = "word ".repeat(2_000).strip();
    server.enqueue(Updates.inPrivate(1, "all"));
    var sends = new AtomicInteger();
    server.fail(
        "sendMessage", call -> sends.incrementAndGet() > 2, Integer.MAX_VALUE, new Fault.Closes());
    RunningBot first = start(request -> Reply.say(words), folder, start);
    server.awaitCalls("sendMessage", 4);
    first.stop();
    server.heal();

    start(request -> Reply.say(words), folder, start);
    server.awaitMessages(3);

    assertEquals(words, String.join(" ", texts(1)));
  }

  @Test
  void remembersOverARestart(@TempDir Path folder) {
    Responder remembering =
        request -> {
          var message = (Request.Message) request;
          String before = message.reader().memory().question().orElse("nothing");
          return new Reply(
              List.of(new Reply.Say(message.text() + " after " + before)),
              List.of(),
              List.of(new Note.Exchanged(new Exchange(message.text()))),
              Optional.empty());
        };
    server.enqueue(Updates.inPrivate(1, "first"));
    RunningBot first = start(remembering, folder, start);
    server.awaitMessages(1);
    first.stop();

    server.enqueue(Updates.inPrivate(1, "second"));
    start(remembering, folder, start);
    server.awaitMessages(2);

    assertEquals(List.of("first after nothing", "second after first"), texts(1));
  }

  @Test
  void keepsForItsOwnerWhatCannotBeRead(@TempDir Path folder) throws Exception {
    server.enqueue(Updates.poison());
    server.enqueue(Updates.inPrivate(1, "after"));

    start(ECHO, folder, start);
    server.awaitMessages(1);

    Path quarantine = folder.resolve("quarantine.jsonl");
    assertEquals("{\"update_id\":1000001,\"message\":42}", Files.readAllLines(quarantine).get(1));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(quarantine)));
  }

  @Test
  void isNotHeldUpByUpdatesThatCannotBeRead() {
    server.enqueue(Updates.inPrivate(1, "before"));
    server.enqueue(Updates.poison());
    server.enqueue(Updates.poisonInside(1));
    server.enqueueRaw(Updates.poisonDeep(5_000));
    server.enqueueRaw("{\"update_id\":%d,\"message\":{\"chat\":null,\"text\":[]}}");
    server.enqueueRaw("null");
    server.enqueueRaw("{}");
    server.enqueueRaw("{\"update_id\":\"%d\"}");
    server.enqueueRaw("{\"update_id\":%d0000000000}");
    server.enqueueRaw("[[]]");
    server.enqueueRaw("{\"update_id\":%d}");
    server.enqueue(nestedReplies(300));
    server.enqueue(Updates.inPrivate(1, "after"));

    try (var log = new LogCapture()) {
      start(ECHO);
      server.awaitMessages(2);
      server.awaitAllConfirmed();

      assertEquals(List.of("re: before", "re: after"), texts(1));
      assertEquals(4, log.lines("set aside").size());
    }
  }

  @Test
  void saysSorryOnceWhenAReplyFailsAndGoesOn() {
    server.enqueue(Updates.inPrivate(1, "my secret question"));
    server.enqueue(Updates.inPrivate(1, "next"));

    try (var log = new LogCapture()) {
      start(request -> {
        if (said(request).contains("secret")) {
          throw new IllegalStateException("cannot answer " + said(request));
        }
        return ECHO.respond(request);
      });
      server.awaitMessages(2);

      assertEquals(List.of(RunningBot.APOLOGY, "re: next"), texts(1));
      List<String> errors = log.lines("IllegalStateException");
      assertEquals(1, errors.size());
      assertTrue(errors.getFirst().contains("update=1000001, chat=1"), errors::getFirst);
      assertEquals(List.of(), log.lines("secret"));
    }
  }

  @Test
  void neverSendsAQuoteThatDiffersFromTheArticle() {
    Library other = Articles.library(List.of("Bees are fond of heather.", "They fly.", "Most."));
    server.enqueue(Updates.inPrivate(1, "what?"));

    start(
        request -> Reply.of(List.of(new Reply.Quotation(Articles.quote(other, 1), false, "¶ 1"))));

    server.awaitMessages(1);
    assertEquals(List.of(RunningBot.APOLOGY), texts(1));
  }

  @Test
  void changesTheMessageWhoseButtonIsPressed() {
    server.enqueue(Updates.inPrivate(1, "first"));
    RunningBot bot =
        start(request ->
            new Reply(
                List.of(new Reply.Say("re: " + said(request))),
                List.of(
                    List.of(
                        new Reply.Button.Press("◀", "p:1"), new Reply.Button.Press("▶", "p:3")))));
    SentMessage message = server.awaitMessages(1).getFirst();

    server.enqueue(Updates.press(1, message.id(), 1, message.button("▶")));
    server.enqueue(Updates.press(1, message.id(), 1, message.button("▶")));
    server.awaitCalls("editMessageText", 2);

    assertEquals(List.of("re: p:3"), texts(1));
    assertEquals(2, server.awaitCalls("answerCallbackQuery", 2).size());
    assertEquals(List.of(200, 400), statuses("editMessageText"));
    assertEquals(List.of(), bot.pauses());
  }

  @Test
  void inAGroupAFollowUpLeansOnTheAskersOwnExchange() {
    server.enqueue(Updates.inGroup(-100, 1, "/ask first"));
    server.enqueue(Updates.inGroup(-100, 2, "/ask second"));
    server.enqueue(Updates.inGroup(-100, 1, "/ask third"));
    server.enqueue(Updates.inGroup(-100, 1, "/ask elsewhere").inTopic(9));

    start(TelegramBotTest::remembering);

    assertEquals(
        List.of(
            "/ask first after nothing",
            "/ask second after /ask first",
            "/ask third after /ask first",
            "/ask elsewhere after nothing"),
        server.awaitMessages(4).stream().map(SentMessage::text).toList());
  }

  @Test
  void changesTheAnswerToAnEditedQuestionInPlace() {
    var question = Updates.inPrivate(1, "how far?");
    server.enqueue(question);
    start(TelegramBotTest::asLongAsAsked);
    int first = server.awaitMessages(1).getFirst().id();

    server.enqueue(Updates.edit(question, "3"));
    server.awaitMessages(3);
    server.awaitCalls("editMessageText", 1);
    assertEquals(List.of("part", "part", "part"), firstWords(1));
    assertEquals(first, server.messages(1).getFirst().id());
    assertEquals(
        List.of(OptionalInt.of(question.id()), OptionalInt.of(question.id())),
        server.messages(1).stream().skip(1).map(SentMessage::repliesTo).toList());

    server.enqueue(Updates.edit(question, "/summary"));
    server.awaitCalls("deleteMessage", 2);
    server.enqueue(Updates.inPrivate(1, "done?"));
    server.awaitMessages(2);
    assertEquals(List.of("re: /summary", "re: done?"), texts(1));
    assertEquals(first, server.messages(1).getFirst().id());
  }

  @Test
  void answersAnEditThatNewlyAsksItAndKeepsTheAnswerWhenOneNoLongerDoes() {
    var said = Updates.inGroup(-100, 5, "why?");
    server.enqueue(said);
    start(ECHO);
    server.enqueue(Updates.edit(said, "/ask why?"));
    server.awaitMessages(1);
    server.enqueue(Updates.edit(said, "never mind"));
    server.enqueue(Updates.inGroup(-100, 5, "/ask done?"));
    server.awaitMessages(2);

    assertEquals(List.of("re: /ask why?", "re: /ask done?"), texts(-100));
    assertEquals(OptionalInt.of(said.id()), server.messages(-100).getFirst().repliesTo());
    assertEquals(List.of(), server.calls("editMessageText"));
  }

  @Test
  void answersAnewWhenTheAnswerToAnEditedQuestionIsGone() {
    var question = Updates.inPrivate(1, "how far?");
    server.enqueue(question);
    start(ECHO);
    server.awaitMessages(1);
    server.fail("editMessageText", 1, Fault.refusal(400, "Bad Request: message to edit not found"));

    server.enqueue(Updates.edit(question, "how far now?"));

    server.awaitMessages(2);
    assertEquals(List.of("re: how far?", "re: how far now?"), texts(1));
  }

  /** Says as many messages as the number asked for, else one. */
  private static Reply asLongAsAsked(Request request) {
    return said(request).matches("[0-9]")
        ? Reply.of(
            Collections.nCopies(
                Integer.parseInt(said(request)), new Reply.Say("part" + " of it".repeat(600))))
        : ECHO.respond(request);
  }

  private List<String> firstWords(long chat) {
    return texts(chat).stream().map(text -> text.substring(0, text.indexOf(' '))).toList();
  }

  @Test
  void answersInlineQueriesBesideTheInbox() {
    var busy = new CountDownLatch(1);
    server.enqueue(Updates.inPrivate(5, "slow"));
    start(request -> {
      await(busy);
      return ECHO.respond(request);
    });
    server.enqueue(Updates.inline(5, "How far do bees fly?"));

    server.awaitCalls("answerInlineQuery", 1);
    busy.countDown();
    server.awaitMessages(1);
    server.awaitAllConfirmed();
  }

  @Test
  void showsThatItTypesOnlyWhenAnAnswerTakesLong() {
    server.enqueue(Updates.inPrivate(1, "fast"));
    server.enqueue(Updates.inGroup(-100, 1, "/ask slow").inTopic(9));

    start(request -> {
      if (said(request).contains("slow")) {
        server.awaitCalls("sendChatAction", 1);
      }
      return ECHO.respond(request);
    });

    server.awaitMessages(2);
    Call typing = server.awaitCalls("sendChatAction", 1).getFirst();
    assertEquals(-100, typing.chat());
    assertEquals("typing", typing.parameters().path("action").asText());
    assertEquals(9, typing.parameters().path("message_thread_id").asInt());
  }

  @Test
  void tellsOthersWhosePagesTheyAreAndLetsThemVote() {
    server.enqueue(Updates.inGroup(-100, 1, "/ask first"));
    start(request ->
        new Reply(
            List.of(new Reply.Say("re: " + said(request))),
            List.of(
                List.of(new Reply.Button.Press("▶", "p:3"), new Reply.Button.Press("👍", "v:+")))));
    SentMessage message = server.awaitMessages(1).getFirst();

    server.enqueue(Updates.press(-100, message.id(), 2, message.button("▶")));
    server.enqueue(Updates.press(-100, message.id(), 2, message.button("👍")));
    server.enqueue(Updates.press(-200, message.id(), 1, message.button("▶")));
    server.awaitCalls("answerCallbackQuery", 3);
    server.awaitCalls("editMessageText", 1);

    assertEquals(List.of("re: v:+"), texts(-100));
    assertEquals(
        Set.of(
            "Only who asked can turn these pages. Ask your own with /ask.",
            "",
            "That button is out of date. Ask again, and you get new ones."),
        server.calls("answerCallbackQuery").stream()
            .map(call -> call.parameters().path("text").asText())
            .collect(Collectors.toSet()));
    SentMessage voted = server.messages(-100).getFirst();
    assertEquals(message.button("▶"), voted.button("▶"), "the pages are still whose they were");
  }

  @Test
  void saysHelloOnceInAGroupAndNothingInAChannel() {
    server.enqueue(Updates.membership(-100, 1, "left", "member"));
    server.enqueue(Updates.joined(-100, BotApiDouble.BOT));
    server.enqueue(Updates.membership(-100, 1, "member", "administrator"));
    server.enqueue(Updates.inGroup(-100, 1, "/ask hello?"));

    start(ECHO);

    server.awaitMessages(2);
    assertEquals(List.of("re: welcomed", "re: /ask hello?"), texts(-100));
    assertEquals(OptionalInt.empty(), server.messages(-100).getFirst().repliesTo());
  }

  @Test
  void forgetsAChatThatItIsNoLongerIn() {
    server.enqueue(Updates.inGroup(-100, 1, "/ask first"));
    server.enqueue(Updates.membership(-100, 1, "member", "kicked"));
    server.enqueue(Updates.inGroup(-100, 1, "/ask second"));

    start(TelegramBotTest::remembering);

    server.awaitMessages(2);
    assertEquals("/ask second after nothing", texts(-100).getLast());
  }

  @Test
  void remembersAGroupThatBecameASupergroup() {
    server.enqueue(Updates.inGroup(-5, 1, "/ask first"));
    var moved = Updates.emptyInGroup(-5, 1);
    moved.message().put("migrate_to_chat_id", -1005);
    server.enqueue(moved);
    RunningBot bot = start(TelegramBotTest::remembering);
    server.awaitAllConfirmed();
    bot.awaitAllAnswered();
    server.enqueue(Updates.inGroup(-1005, 1, "/ask second"));

    server.awaitMessages(2);
    assertEquals(List.of("/ask second after /ask first"), texts(-1005));
  }

  /** Tells what came before. */
  private static Reply remembering(Request request) {
    String before = request.reader().memory().exchange().map(Exchange::question).orElse("nothing");
    return Reply.say(said(request) + " after " + before)
        .noting(List.of(new Note.Exchanged(new Exchange(said(request)))));
  }

  @Test
  void keepsToTheTopicOfAForum() {
    server.enqueue(Updates.inGroup(-100, 1, "/ask in a topic").inTopic(9));
    server.enqueue(Updates.inGroup(-100, 1, "/ask in a thread").inThread(9));

    start(ECHO);

    List<SentMessage> messages = server.awaitMessages(2);
    assertEquals(9, messages.get(0).parameters().path("message_thread_id").asInt());
    assertTrue(messages.get(1).parameters().path("message_thread_id").isMissingNode());
  }

  @Test
  void sendsALongReplyInSeveralMessagesInOrder() {
    String words = "word ".repeat(2_000).strip();
    server.enqueue(Updates.inPrivate(1, "all"));

    start(request -> Reply.say(words));

    server.awaitMessages(3);
    assertEquals(words, String.join(" ", texts(1)));
  }

  // Telegram in trouble

  static Stream<Fault> outages() {
    return Stream.of(
        Fault.refusal(500, "Internal Server Error"),
        Fault.refusal(400, "Bad Request: whatever"),
        Fault.html(502),
        Fault.html(200),
        new Fault.Answers(200, "{\"ok\":true}"),
        new Fault.Answers(200, "{\"ok\":true,\"result\":[null]}"),
        new Fault.Answers(200, "{\"ok\":true,\"result\":[{}]}"),
        new Fault.Answers(200, "{}"),
        new Fault.Answers(200, "null"),
        new Fault.Answers(200, ""),
        new Fault.Answers(200, "{\"ok\":false}"),
        new Fault.Closes(),
        new Fault.DoesAndCloses(),
        new Fault.DoesAndTruncates());
  }

  @ParameterizedTest
  @MethodSource("outages")
  void receivesAgainAfter(Fault outage) {
    server.fail("getUpdates", 3, outage);
    server.enqueue(Updates.inPrivate(1, "still there?"));

    RunningBot bot = start(ECHO);

    server.awaitMessages(1);
    assertEquals(3, bot.pauses().size());
    assertTrue(
        bot.pauses().stream().allMatch(pause -> pause.compareTo(Duration.ofSeconds(30)) <= 0));
  }

  static Stream<Fault> outagesOfSending() {
    return Stream.of(
        Fault.refusal(500, "Internal Server Error"),
        Fault.html(502),
        new Fault.Answers(200, ""),
        new Fault.Closes());
  }

  @ParameterizedTest
  @MethodSource("outagesOfSending")
  void sendsAgainAfter(Fault outage) {
    server.fail("sendMessage", 3, outage);
    server.enqueue(Updates.inPrivate(1, "hello"));

    RunningBot bot = start(ECHO);

    server.awaitMessages(1);
    server.awaitAllConfirmed();
    assertEquals(4, server.awaitCalls("sendMessage", 4).size());
    assertEquals(3, bot.pauses().size());
    assertEquals(1, server.messages().size());
  }

  @Test
  void sendsOnceMoreWhenTheAnswerIsLost() {
    server.fail("sendMessage", 1, new Fault.DoesAndCloses());
    server.enqueue(Updates.inPrivate(1, "hello"));

    start(ECHO);

    server.awaitMessages(2);
    server.awaitAllConfirmed();
    assertEquals(2, server.awaitCalls("sendMessage", 2).size());
  }

  @Test
  void neverGivesAReplyUpBecauseTelegramIsAway() {
    server.fail("sendMessage", 1, 30, new Fault.Closes());
    server.enqueue(Updates.inPrivate(1, "patient"));
    server.enqueue(Updates.inPrivate(1, "next"));

    start(ECHO);

    server.awaitMessages(2);
    assertEquals(List.of("re: patient", "re: next"), texts(1));
  }

  @Test
  void waitsAsLongAsTelegramAsks() {
    server.fail("getMe", 1, Fault.tooMany(3));
    server.fail("getUpdates", 1, Fault.tooMany(7));
    server.fail("sendMessage", 2, Fault.tooMany(11));
    server.enqueue(Updates.inPrivate(1, "hello"));

    RunningBot bot = start(ECHO);

    server.awaitMessages(1);
    assertEquals(
        Stream.of(3, 7, 11, 11).map(Duration::ofSeconds).toList(), List.copyOf(bot.pauses()));
  }

  @Test
  void whoWaitsBecauseTelegramSaysSoHasAskedOnce() {
    server.fail("sendMessage", 1, 3, Fault.tooMany(11));
    server.enqueue(Updates.inPrivate(1, "hello"));

    var rules = new Rules(false, 1, 1, Set.of(), Set.of(), Set.of());
    bots.add(new RunningBot(server, BEES, ECHO, rules));

    server.awaitMessages(1);
    assertEquals(List.of("re: hello"), texts(1));
  }

  @Test
  void logsWithTheIdsOfTheUpdate() {
    server.fail("sendMessage", 1, Fault.html(502));
    int id = server.enqueue(Updates.inPrivate(7, "hello"));

    try (var log = new LogCapture()) {
      start(ECHO);
      server.awaitMessages(1);

      String line = log.lines("a reply waits").getFirst();
      assertTrue(line.contains("update=" + id) && line.contains("chat=7"), line);
    }
  }

  @Test
  void connectsAnewWhenNoPollWasGoodForLong(@TempDir Path folder) {
    server.fail("getUpdates", 5, new Fault.Closes());
    server.enqueue(Updates.inPrivate(1, "hello"));
    var seconds = new AtomicLong();

    try (var log = new LogCapture()) {
      bots.add(
          new RunningBot(
              server, BEES, ECHO, folder, () -> Instant.EPOCH.plusSeconds(seconds.addAndGet(60))));
      server.awaitMessages(1);

      assertTrue(!log.lines("giving all connections up").isEmpty());
    }
  }

  @Test
  void leavesAChatAloneThatIsGone() {
    server.block(1);
    server.lose(2);
    for (int chat = 1; chat <= 3; chat++) {
      server.enqueue(Updates.inPrivate(chat, "hello"));
    }

    try (var log = new LogCapture()) {
      RunningBot bot = start(ECHO);
      server.awaitMessages(1);

      assertEquals(3, server.awaitCalls("sendMessage", 3).size());
      assertEquals(List.of(), bot.pauses());
      assertEquals(List.of(), log.lines("ERROR"));
    }
  }

  @Test
  void followsAGroupThatBecameASupergroup() {
    server.move(-5, -1005);
    server.enqueue(Updates.inGroup(-5, 1, "/ask hello"));

    start(ECHO);

    server.awaitMessages(1);
    assertEquals(List.of("re: /ask hello"), texts(-1005));
  }

  @Test
  void saysSorryWhenTelegramRefusesAReply() {
    server.fail("sendMessage", 1, Fault.refusal(400, "Bad Request: MESSAGE_TOO_LONG"));
    server.enqueue(Updates.inPrivate(1, "hello"));

    start(ECHO);

    server.awaitMessages(1);
    assertEquals(List.of(RunningBot.APOLOGY), texts(1));
  }

  @Test
  void goesOnWhenIdsBeginLowerAgain() {
    server.enqueue(Updates.inPrivate(1, "before"));
    start(ECHO);
    server.awaitMessages(1);
    server.awaitAllConfirmed();

    server.numberFrom(5);
    server.enqueue(Updates.inPrivate(1, "after"));
    server.enqueue(Updates.inPrivate(1, "more"));
    server.awaitMessages(3);
    server.awaitAllConfirmed();

    assertEquals(List.of("re: before", "re: after", "re: more"), texts(1));
  }

  // Starting and ending

  @Test
  void waitsForAServerThatIsDownAtStart() {
    var down = new BotApiDouble();
    int port = down.port();
    String url = down.url();
    down.close();
    var up = new AtomicReference<BotApiDouble>();
    var started = new CompletableFuture<BotApiDouble>();

    bots.add(
        new RunningBot(
            BotApiDouble.TOKEN,
            url,
            BEES,
            ECHO,
            pause -> {
              if (up.get() == null) {
                up.set(new BotApiDouble(BotApiDouble.TOKEN, port));
                started.complete(up.get());
              }
            }));

    try (var late = started.orTimeout(120, TimeUnit.SECONDS).join()) {
      late.enqueue(Updates.inPrivate(1, "at last"));
      assertEquals("re: at last", late.awaitMessages(1).getFirst().text());
      bots.getFirst().stop();
    }
  }

  @Test
  void endsInPlainWordsWhenTheTokenIsRefused() {
    var bot = new RunningBot("123:wrong", server.url(), BEES, ECHO);

    Ending ending = bot.ending();

    assertEquals(new Ending.TokenRefused(401), ending);
    assertTrue(ending.explanation().startsWith("Telegram refuses this token (401)"));
    assertTrue(ending.explanation().contains("@BotFather"));
  }

  @Test
  void endsWhenTheTokenIsRevokedMeanwhile() {
    server.fail("getUpdates", 1, Fault.refusal(401, "Unauthorized"));

    assertEquals(new Ending.TokenRefused(401), start(ECHO).ending());
  }

  @Test
  void endsWhenAnotherInstancePolls() {
    RunningBot one = start(ECHO);
    RunningBot other = start(ECHO);

    Object first =
        CompletableFuture.anyOf(one.whenEnded(), other.whenEnded())
            .orTimeout(120, TimeUnit.SECONDS)
            .join();

    assertEquals(new Ending.PolledElsewhere(), first);
  }

  @Test
  void survivesTwoConflictsInARow() {
    var conflict = Fault.refusal(409, "Conflict: terminated by other getUpdates request");
    server.fail("getUpdates", 2, conflict);
    server.enqueue(Updates.inPrivate(1, "one"));
    RunningBot bot = start(ECHO);
    server.awaitMessages(1);

    server.awaitAllConfirmed();
    server.fail("getUpdates", 2, conflict);
    server.enqueue(Updates.inPrivate(1, "two"));
    server.awaitMessages(2);

    assertEquals(new Ending.Stopped(), bot.stop());
  }

  @Test
  void endsWhenAWebhookIsSet() {
    server.setWebhook("https://example.org/hook");

    assertEquals(new Ending.WebhookSet(), start(ECHO).ending());
  }

  @Test
  void stopsInTheMiddleOfAPoll() {
    RunningBot bot = start(ECHO);
    server.enqueue(Updates.inPrivate(1, "one"));
    server.awaitMessages(1);
    server.awaitAllConfirmed();

    assertEquals(new Ending.Stopped(), bot.stop());
  }

  @Test
  void finishesWhatIsInHandAndKeepsTheRestWhenItStops(@TempDir Path folder) {
    var bot = new CompletableFuture<RunningBot>();
    server.enqueue(Updates.inPrivate(1, "one"));
    server.enqueue(Updates.inPrivate(1, "two"));

    bot.complete(
        start(
            request -> {
              bot.join().requestStop();
              return ECHO.respond(request);
            },
            folder,
            start));

    assertEquals(new Ending.Stopped(), bot.join().ending());
    assertEquals(List.of("re: one"), texts(1));
    assertEquals(0, server.unconfirmed());

    start(ECHO, folder, start);
    server.awaitMessages(2);
    assertEquals(List.of("re: one", "re: two"), texts(1));
  }

  private RunningBot start(Responder responder, Path folder, Instant now) {
    var bot = new RunningBot(server, BEES, responder, folder, InstantSource.fixed(now));
    bots.add(bot);
    return bot;
  }

  private RunningBot start(Responder responder) {
    var bot = new RunningBot(server, BEES, responder);
    bots.add(bot);
    return bot;
  }

  private static ObjectNode nestedReplies(int depth) {
    ObjectNode update = Updates.inPrivate(1, "deep").byBot().json();
    for (int i = 0; i < depth; i++) {
      ObjectNode outer = Updates.inPrivate(1, "deep").byBot().json();
      ((ObjectNode) outer.path("message")).set("reply_to_message", update.path("message"));
      update = outer;
    }
    return update;
  }

  private List<String> texts(long chat) {
    return server.messages(chat).stream().map(SentMessage::text).toList();
  }

  private List<Integer> statuses(String method) {
    return server.calls(method).stream().map(Call::status).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String said(Request request) {
    return switch (request) {
      case Request.Message message -> message.text();
      case Request.Press(String data, _) -> data;
      case Request.Wordless _ -> "wordless";
      case Request.Welcomed _ -> "welcomed";
    };
  }
}
