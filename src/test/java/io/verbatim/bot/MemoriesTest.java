package io.verbatim.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.verbatim.answer.Exchange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoriesTest {
  private final Memories<String> memories = new Memories<>(2);

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
    memories.keep(List.of("Ann"), Reply.say("Help!").notes());

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
    memories.keep(List.of(place), List.of(new Note.Exchanged(new Exchange(question))));
  }

  private Optional<Exchange> recall(String... places) {
    return memories.recall(List.of(places)).exchange();
  }
}
