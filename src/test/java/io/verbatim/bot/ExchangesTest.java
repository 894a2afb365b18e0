package io.verbatim.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.verbatim.answer.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExchangesTest {
  private final Exchanges<String> exchanges = new Exchanges<>(2);

  @Test
  void recallsTheFirstPlaceThatHasOne() {
    keep("Who?", "group");
    keep("Where?", "Ann");

    assertEquals(Optional.of(new Exchange("Where?")), recall("Ann", "group"));
    assertEquals(Optional.of(new Exchange("Who?")), recall("Bob", "group"));
    assertEquals(Optional.empty(), recall("Bob"));
  }

  @Test
  void aReplyThatIsNoAnswerChangesNothing() {
    keep("Who?", "Ann");
    exchanges.keep(List.of("Ann"), Reply.say("Help!"));

    assertEquals(Optional.of(new Exchange("Who?")), recall("Ann"));
  }

  @Test
  void dropsWhatWasUsedLongestAgoWhenItIsFull() {
    keep("Who?", "Ann");
    keep("Where?", "Bob");
    recall("Ann");
    keep("When?", "Cy");

    assertEquals(Optional.empty(), recall("Bob"));
    assertEquals(Optional.of(new Exchange("Who?")), recall("Ann"));
    assertEquals(Optional.of(new Exchange("When?")), recall("Cy"));
  }

  private void keep(String question, String place) {
    exchanges.keep(
        List.of(place), new Reply(List.of(), List.of(), Optional.of(new Exchange(question))));
  }

  private Optional<Exchange> recall(String... places) {
    return exchanges
        .recall(List.of(places), new Request.Message("Why?", Locale.ENGLISH))
        .previous();
  }
}
