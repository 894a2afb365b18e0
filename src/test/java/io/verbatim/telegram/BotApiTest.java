package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Fault;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.User;

class BotApiTest {
  private final BotApiDouble server = new BotApiDouble();
  private final BotApi api =
      new BotApi(
          new Token(BotApiDouble.TOKEN),
          ApiServer.parse(server.url()),
          Duration.ofSeconds(50),
          Duration.ofMillis(300));

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  @Test
  void givesWhatTelegramSays() {
    Outcome<User> outcome = api.call(new GetMe());

    var accepted = assertInstanceOf(Outcome.Accepted.class, outcome);
    assertEquals(BotApiDouble.NAME, ((User) accepted.result()).getUserName());
  }

  @Test
  void givesUpOnAServerThatDoesNotAnswer() {
    server.fail("getMe", 1, new Fault.BlackHole());

    assertInstanceOf(Outcome.Unreachable.class, api.call(new GetMe()));
  }

  @Test
  void makesARequestOnceWhenTheConnectionDrops() {
    api.call(new GetMe()); // a connection for the pool
    server.fail("sendMessage", 1, new Fault.Closes());

    assertInstanceOf(Outcome.Unreachable.class, api.call(hello()));
    assertEquals(1, server.calls("sendMessage").size());
  }

  @Test
  void givesTheIdOfAMessageEvenWhenItsEchoCannotBeRead() {
    server.fail(
        "sendMessage",
        1,
        new Fault.Answers(200, "{\"ok\":true,\"result\":{\"message_id\":9,\"chat\":\"?\"}}"));

    assertEquals(new Outcome.Accepted<>(new Receipt(9)), api.call(hello()));
  }

  @Test
  void tellsRefusalsApart() {
    server.fail("sendMessage", 1, Fault.tooMany(4));
    server.fail("sendMessage", 1, Fault.refusal(403, "Forbidden: bot was blocked by the user"));
    server.fail("sendMessage", 1, Fault.refusal(404, "Not Found"));
    server.fail("sendMessage", 1, Fault.refusal(409, "Conflict: x"));
    server.fail("sendMessage", 1, Fault.refusal(500, "Internal Server Error"));

    assertEquals(new Outcome.TooMany<>(Duration.ofSeconds(4)), api.call(hello()));
    assertEquals(
        new Outcome.Refused<>(403, "Forbidden: bot was blocked by the user", OptionalLong.empty()),
        api.call(hello()));
    assertEquals(new Outcome.Unauthorized<>(404), api.call(hello()));
    assertEquals(new Outcome.Conflict<>("Conflict: x"), api.call(hello()));
    assertEquals(
        new Outcome.Unreachable<>("500 Internal Server Error", Outcome.Trouble.SERVER_FAILED),
        api.call(hello()));
  }

  @Test
  void refusesByItselfWhatTheLibraryFindsInvalid() {
    var empty = new SendMessage("1", "");

    assertInstanceOf(Outcome.Refused.class, api.call(new Acknowledged(empty)));
    assertEquals(0, server.calls().size());
  }

  private static Acknowledged hello() {
    return new Acknowledged(new SendMessage("1", "hello"));
  }
}
