package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.verbatim.bot.Request;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Fault;
import io.verbatim.botapi.SentMessage;
import io.verbatim.telegram.Sender.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {
  private final BotApiDouble server = new BotApiDouble();
  private final BotApi api =
      new BotApi(
          new Token(BotApiDouble.TOKEN), ApiServer.parse(server.url()), Duration.ofSeconds(1));
  private final Stop stop = new Stop();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Integer> arrived = new ArrayList<>();
  private final Halts halts = new Halts();
  private final List<Integer> refusals = new ArrayList<>();
  private final Sender sender = sender();

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  @Test
  void tellsOfEachPartAndGoesOnAfterTheOnesThatHaveArrived() {
    assertEquals(Delivery.DELIVERED, send(asked(1), 1, "one", "two", "three"));

    assertEquals(
        List.of("two", "three"), server.messages().stream().map(SentMessage::text).toList());
    assertEquals(List.of(2, 3), arrived);
  }

  @Test
  void leavesTheRestForLaterWhenTelegramTellsTheChatToWait() {
    server.fail(
        "sendMessage",
        call -> call.parameters().path("text").asText().equals("two"),
        1,
        Fault.tooMany(3));

    assertEquals(Delivery.LATER, send(asked(1), 0, "one", "two"));

    assertEquals(List.of(1), arrived);
    assertEquals(Optional.of(Duration.ofSeconds(3)), halts.take(1));
    assertEquals(List.of(), pauses);
  }

  @Test
  void tellsTheChatThatIsToWaitByTheIdOfItsQuestions() {
    server.move(-1, -2);
    server.fail("sendMessage", -2, 1, Fault.tooMany(3));

    assertEquals(Delivery.LATER, send(asked(-1), 0, "hello"));

    assertEquals(Optional.of(Duration.ofSeconds(3)), halts.take(-1));
  }

  @Test
  void tellsThatTheTokenIsRefused() {
    server.fail("sendMessage", 1, 1, Fault.refusal(401, "Unauthorized"));

    assertEquals(Delivery.LATER, send(asked(1), 0, "hello"));

    assertEquals(List.of(401), refusals);
  }

  @Test
  void countsEveryRepetitionThatMayBeADuplicate() {
    server.fail("sendMessage", 1, new Fault.DoesAndCloses());
    server.fail("sendMessage", 1, Fault.html(502));
    server.fail("sendMessage", 1, Fault.html(504));

    assertEquals(Delivery.DELIVERED, send(asked(1), 0, "hello"));

    assertEquals(2, server.messages(1).size());
    assertEquals(3, meters.counter("verbatim.duplicates.possible").count());
    assertEquals(3, meters.counter("verbatim.send.retries").count());
  }

  @Test
  void anOutageIsNoDuplicate() {
    var down = new BotApiDouble();
    String url = down.url();
    down.close();
    try (var away =
        new BotApi(new Token(BotApiDouble.TOKEN), ApiServer.parse(url), Duration.ofSeconds(1))) {
      var lost =
          new Sender(
              away, requests(), throttle(), halts, refusals::add, _ -> false, new Random(), meters);

      assertEquals(
          Delivery.LATER, lost.send(asked(1), List.of(), List.of(text("hello")), 0, (_, _) -> {}));
    }

    assertEquals(0, meters.counter("verbatim.duplicates.possible").count());
  }

  static Stream<Fault> ends() {
    return Stream.of(
        Fault.refusal(403, "Forbidden: bot was blocked by the user"),
        Fault.refusal(403, "Forbidden: user is deactivated"),
        Fault.refusal(403, "Forbidden: bot was kicked from the supergroup chat"),
        Fault.refusal(403, "Forbidden: bot is not a member of the channel chat"),
        Fault.refusal(400, "Bad Request: chat not found"),
        Fault.refusal(400, "Bad Request: have no rights to send a message"),
        Fault.refusal(400, "Bad Request: not enough rights to send text messages to the chat"),
        Fault.refusal(400, "Bad Request: CHAT_WRITE_FORBIDDEN"),
        Fault.refusal(400, "Bad Request: TOPIC_CLOSED"));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void endsQuietlyWithAChatThatTakesNothing(Fault end) {
    server.fail("sendMessage", 1, end);

    try (var log = new LogCapture()) {
      assertEquals(Delivery.CHAT_GONE, send(asked(1), 0, "one", "two"));
      assertEquals(List.of(), log.lines("ERROR"));
    }
    assertEquals(1, server.calls("sendMessage").size());
    assertEquals(List.of(), arrived);
  }

  @ParameterizedTest
  @ValueSource(strings = {"message thread not found", "TOPIC_DELETED"})
  void sendsNowhereElseWhenTheTopicIsGone(String words) {
    server.fail("sendMessage", 1, Fault.refusal(400, "Bad Request: " + words));

    assertEquals(Delivery.CHAT_GONE, send(asked(-1, OptionalInt.of(9)), 0, "hello"));

    assertEquals(1, server.calls("sendMessage").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"message to be replied not found", "QUOTE_TEXT_INVALID"})
  void sendsByItselfWhenTheQuestionIsGone(String words) {
    server.fail("sendMessage", 1, Fault.refusal(400, "Bad Request: " + words));

    assertEquals(Delivery.DELIVERED, send(asked(1), 0, "hello"));

    assertEquals(OptionalInt.empty(), server.messages(1).getFirst().repliesTo());
  }

  @Test
  void followsAGroupThroughSeveralMoves() {
    server.move(-1, -2);
    server.move(-2, -3);

    assertEquals(Delivery.DELIVERED, send(asked(-1), 0, "hello"));

    assertEquals(1, server.messages(-3).size());
  }

  @Test
  void doesNotRunInCirclesAfterAGroup() {
    server.move(-1, -2);
    server.move(-2, -1);

    assertEquals(Delivery.REFUSED, send(asked(-1), 0, "hello"));
  }

  @Test
  void saysThatTelegramDoesNotTakeAReplyAsItIs() {
    server.fail("sendMessage", 1, Fault.refusal(400, "Bad Request: MESSAGE_TOO_LONG"));

    assertEquals(Delivery.REFUSED, send(asked(1), 0, "hello"));
  }

  @Test
  void stopsWaitingWhenTheBotIsToStop() {
    stop.request();
    server.fail("sendMessage", 1, Fault.html(502));

    assertEquals(Delivery.LATER, send(asked(1), 0, "hello"));
  }

  private Sender sender() {
    return new Sender(
        api,
        requests(),
        throttle(),
        halts,
        refusals::add,
        pause -> {
          pauses.add(pause);
          return !stop.requested();
        },
        new Random(1),
        meters);
  }

  private Throttle throttle() {
    return new Throttle(false, Timer.SYSTEM, stop);
  }

  private static Requests requests() {
    var me = new Me(BotApiDouble.BOT, BotApiDouble.NAME);
    return new Requests(new Keyboard(me, new Seal(new byte[32])));
  }

  @Test
  void furtherPartsOfAPageReferToIt() {
    var pressed =
        new Incoming.Pressed(
            1,
            70,
            OptionalInt.empty(),
            5,
            Seal.Owner.of(5),
            "1",
            Optional.empty(),
            new Request.Press("p:3", Locale.ENGLISH));

    assertEquals(Delivery.DELIVERED, send(pressed, 1, "page", "further"));

    assertEquals(OptionalInt.of(70), server.messages(1).getFirst().repliesTo());
  }

  private Delivery send(Incoming.Wanted to, int from, String... parts) {
    return sender.send(
        to,
        List.of(),
        Stream.of(parts).map(SenderTest::text).toList(),
        from,
        (part, receipt) -> arrived.add(part));
  }

  private static TelegramText text(String words) {
    return new TelegramText(words, List.of(), List.of());
  }

  private static Incoming.Asked asked(long chat) {
    return asked(chat, OptionalInt.empty());
  }

  private static Incoming.Asked asked(long chat, OptionalInt topic) {
    return new Incoming.Asked(
        chat, 7, topic, 5, false, new Request.Message("hello", Locale.ENGLISH));
  }
}
