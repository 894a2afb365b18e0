package io.verbatim.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.botapi.Call;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger();

  @Test
  void countsWhatWasNotAnswered() {
    ledger.ask(1, 10);
    ledger.ask(1, 11);
    answer(1, 10);
    answer(1, 999);

    assertEquals(1, ledger.lost());
    assertEquals(1, ledger.others());
    assertEquals(0, ledger.inversions());
  }

  @Test
  void seesThatAnEarlierQuestionWasAnsweredLater() {
    ledger.ask(1, 10);
    ledger.ask(1, 11);
    ledger.ask(2, 12);
    answer(1, 11);
    answer(2, 12);
    answer(1, 10);

    assertEquals(1, ledger.inversions());
  }

  @Test
  void excusesOneRepetitionOfTheLastAnswerBeforeAKill() {
    ledger.ask(1, 10);
    ledger.ask(1, 11);
    answer(1, 10);
    answer(1, 11);
    ledger.killed();
    answer(1, 11);

    assertEquals(1, ledger.duplicates());
    assertEquals(0, ledger.unexcused());

    answer(1, 11);
    answer(1, 10);
    assertEquals(3, ledger.duplicates());
    assertEquals(2, ledger.unexcused());
  }

  @Test
  void excusesWhatArrivesAfterTheKillThatItWasSentBefore() {
    ledger.ask(1, 10);
    ledger.ask(1, 11);
    answer(1, 10);
    ledger.killed();
    answer(1, 11);
    ledger.asked(new Call("getme", JsonNodeFactory.instance.objectNode(), 200), System.nanoTime());
    answer(1, 11);

    assertEquals(1, ledger.duplicates());
    assertEquals(0, ledger.unexcused());
    assertEquals(0, ledger.late());
  }

  @Test
  void excusesNothingWithoutAKill() {
    ledger.ask(1, 10);
    answer(1, 10);
    answer(1, 10);

    assertEquals(1, ledger.unexcused());
  }

  @Test
  void looksAtWindowsWhereverTheyLie() {
    ledger.ask(1, 10);
    long second = Duration.ofSeconds(1).toNanos();
    // Two in each second from a full one to the next, but three in one that lies across.
    for (double at : new double[] {0.1, 0.9, 1.2, 1.8, 2.95}) {
      ledger.asked(call(1, 10), (long) (at * second));
    }

    assertEquals(0, ledger.windowsBroken(3, Duration.ofSeconds(1)));
    assertEquals(1, ledger.windowsBroken(2, Duration.ofSeconds(1)));
    assertEquals(1, ledger.windowsBroken(chat -> chat == 1, 2, Duration.ofSeconds(1)));
    assertEquals(0, ledger.windowsBroken(chat -> chat == 2, 2, Duration.ofSeconds(1)));
  }

  @Test
  void percentilesAreValuesThatWereSeen() {
    double[] sorted = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    assertEquals(10, Ledger.percentile(sorted, 0.95));
    assertEquals(5, Ledger.percentile(sorted, 0.5));
    assertEquals(0, Ledger.percentile(new double[0], 0.5));
  }

  private void answer(long chat, int message) {
    ledger.done(call(chat, message), System.nanoTime());
  }

  private static Call call(long chat, int message) {
    ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("chat_id", chat);
    parameters.putObject("reply_parameters").put("message_id", message);
    return new Call("sendmessage", parameters, 200);
  }
}
