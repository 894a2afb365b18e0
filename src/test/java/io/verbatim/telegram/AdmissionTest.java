package io.verbatim.telegram;

import static io.verbatim.telegram.Admission.Verdict.ADMITTED;
import static io.verbatim.telegram.Admission.Verdict.IGNORED;
import static io.verbatim.telegram.Admission.Verdict.NOT_ALLOWED;
import static io.verbatim.telegram.Admission.Verdict.TOO_MUCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.bot.Reply;
import io.verbatim.bot.Wording;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.SentMessage;
import io.verbatim.botapi.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final String TOO_MUCH_TOLD = Wording.of(Locale.ENGLISH).say("refused.too-much");

  private final Admission open = new Admission(Rules.OPEN);

  @Test
  void answersTwentyAtOnceThenOneEveryTwoSecondsAndTellsOnceAMinute() {
    assertEquals(Collections.nCopies(20, ADMITTED), requests(20, NOON));

    assertEquals(List.of(TOO_MUCH, IGNORED, IGNORED), requests(3, NOON.plusSeconds(1)));
    assertEquals(List.of(ADMITTED, IGNORED), requests(2, NOON.plusSeconds(2)));
    assertEquals(List.of(ADMITTED, IGNORED), requests(2, NOON.plusSeconds(4)));
    assertEquals(
        Stream.concat(Collections.nCopies(20, ADMITTED).stream(), Stream.of(TOO_MUCH, IGNORED))
            .toList(),
        requests(22, NOON.plusSeconds(120)));
  }

  @Test
  void neverAnswersMoreThanTheBucketHoldsAndGains() {
    var random = new Random(7);
    Instant now = NOON;
    long admitted = 0;
    for (int i = 0; i < 20_000; i++) {
      now = now.plusMillis(random.nextInt(200));
      if (open.admit(1, 1, now) == ADMITTED) {
        admitted++;
      }
    }

    long seconds = Duration.between(NOON, now).toSeconds();
    assertTrue(admitted <= 20 + seconds / 2 + 1, () -> "in " + seconds + " s");
    assertTrue(admitted >= seconds / 2, () -> "in " + seconds + " s");
  }

  @Test
  void answersAllThatWaitedForTheBot() {
    List<Admission.Verdict> verdicts =
        IntStream.range(0, 500)
            .mapToObj(i -> open.admit(1, 1, NOON.plusSeconds(2L * i)))
            .distinct()
            .toList();

    assertEquals(List.of(ADMITTED), verdicts);
  }

  @Test
  void oneReadersFloodTakesNothingFromAnother() {
    requests(1_000, NOON);

    assertEquals(ADMITTED, open.admit(2, 2, NOON));
  }

  @Test
  void answersOnlyWhomTheOperatorNamed() {
    var admission = new Admission(new Rules(true, 30, 20, Set.of(1L), Set.of(-100L), Set.of(9L)));

    assertEquals(ADMITTED, admission.admit(1, 1, NOON));
    assertEquals(ADMITTED, admission.admit(1, -200, NOON));
    assertEquals(ADMITTED, admission.admit(2, -100, NOON));
    assertEquals(ADMITTED, admission.admit(9, 9, NOON));
    assertEquals(NOT_ALLOWED, admission.admit(3, 3, NOON));
    assertEquals(IGNORED, admission.admit(3, 3, NOON.plusSeconds(5)));
  }

  @Test
  void anAllowedGroupStaysSoAsASupergroupAndTheOperatorIsToldOnce() {
    var rules = new Rules(true, 30, 20, Set.of(), Set.of(-100L), Set.of());
    var admission = new Admission(rules);
    assertEquals(NOT_ALLOWED, admission.admit(2, -1001, NOON));

    try (var log = new LogCapture()) {
      admission.follow(-100, -1001);
      admission.follow(-100, -1001);
      admission.follow(-200, -1002);

      String line = "group -100 has become supergroup -1001";
      assertEquals(1, log.lines("WARN").size());
      assertEquals(log.lines("WARN"), log.lines(line));
    }
    assertEquals(ADMITTED, admission.admit(2, -1001, NOON));
    assertEquals(NOT_ALLOWED, admission.admit(3, -1002, NOON));
    assertEquals(
        ADMITTED, new Admission(rules, Map.of(-1001L, -100L)).admit(2, -1001, NOON), "restarted");
  }

  @Test
  void adminsHaveNoLimit() {
    var admission = new Admission(new Rules(true, 1, 1, Set.of(), Set.of(), Set.of(9L)));

    for (int i = 0; i < 100; i++) {
      assertEquals(ADMITTED, admission.admit(9, 9, NOON));
    }
  }

  @Test
  void tellsAReaderOnceAndAGroupNothing() {
    var rules = new Rules(false, 1, 2, Set.of(), Set.of(), Set.of());
    try (var server = new BotApiDouble()) {
      for (int i = 0; i < 9; i++) {
        server.enqueue(Updates.inPrivate(1, "question " + i));
        server.enqueue(Updates.inGroup(-100, 2, "/ask question " + i));
      }
      var bot = new RunningBot(server, Articles.bees(), request -> Reply.say("answer"), rules);
      server.awaitAllConfirmed();
      bot.awaitAllAnswered();
      bot.stop();

      assertEquals(List.of("answer", "answer", TOO_MUCH_TOLD), texts(server, 1));
      assertEquals(List.of("answer", "answer"), texts(server, -100));
    }
  }

  @Test
  void whoMayNotUseTheBotIsToldSoOnce() {
    var rules = new Rules(false, 30, 20, Set.of(1L), Set.of(), Set.of());
    try (var server = new BotApiDouble()) {
      for (long reader = 1; reader <= 2; reader++) {
        server.enqueue(Updates.inPrivate(reader, "one"));
        server.enqueue(Updates.inPrivate(reader, "two"));
      }
      var bot = new RunningBot(server, Articles.bees(), request -> Reply.say("answer"), rules);
      server.awaitAllConfirmed();
      bot.awaitAllAnswered();
      bot.stop();

      assertEquals(List.of("answer", "answer"), texts(server, 1));
      assertEquals(
          List.of(Wording.of(Locale.ENGLISH).say("refused.not-allowed")), texts(server, 2));
    }
  }

  private static List<String> texts(BotApiDouble server, long chat) {
    return server.messages(chat).stream().map(SentMessage::text).toList();
  }

  private List<Admission.Verdict> requests(int number, Instant at) {
    return IntStream.range(0, number).mapToObj(i -> open.admit(1, 1, at)).toList();
  }
}
