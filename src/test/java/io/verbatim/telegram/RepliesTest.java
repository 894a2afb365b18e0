package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.bot.Reader;
import io.verbatim.bot.Request;
import io.verbatim.journal.Change;
import io.verbatim.journal.Journal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepliesTest {
  @TempDir Path folder;
  private Journal journal;
  private Replies replies;

  @BeforeEach
  void open() {
    journal = Journal.open(folder.resolve("journal.db"), () -> Instant.EPOCH);
    replies = new Replies(journal);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void anEditWithoutNewWordsIsKnownForNone() {
    arrived(asked(70, "Who?"), 0, 501);

    assertTrue(replies.isAnswered(edited(70, "Who?")));
    assertFalse(replies.isAnswered(edited(70, "Who is it?")));
    assertFalse(replies.isAnswered(edited(71, "Who?")), "it had no reply");
    assertFalse(replies.isAnswered(asked(70, "Who?")), "it is handed over again");
  }

  @Test
  void whatAPressHasAddedBelongsToTheReply() {
    Incoming.Asked question = asked(70, "Who?");
    arrived(question, 0, 501);
    var pressed = pressed(501);

    arrived(pressed, 1, 502);
    arrived(pressed, 2, 503);
    arrived(pressed(503), 1, 504);

    assertEquals(List.of(501, 502, 503, 504), replies.standing(edited(70, "Who is it?")));
    assertTrue(replies.isAnswered(edited(70, "Who?")));
    assertEquals(Optional.empty(), replies.arrived(pressed(900), 1, 901), "not known any more");
  }

  private void arrived(Incoming.Wanted wanted, int index, int message) {
    Optional<Change> change = replies.arrived(wanted, index, message);
    journal.keep(change.orElseThrow());
  }

  private static Incoming.Pressed pressed(int message) {
    return new Incoming.Pressed(
        5,
        message,
        OptionalInt.empty(),
        5,
        Seal.Owner.of(5),
        "1",
        Optional.empty(),
        new Request.Press("p:3", Reader.of(Locale.ENGLISH)));
  }

  private static Incoming.Asked asked(int message, String text) {
    return asked(message, false, text);
  }

  private static Incoming.Asked edited(int message, String text) {
    return asked(message, true, text);
  }

  private static Incoming.Asked asked(int message, boolean edited, String text) {
    return new Incoming.Asked(
        5, message, OptionalInt.empty(), 5, edited, new Request.Message(text, Locale.ENGLISH));
  }
}
