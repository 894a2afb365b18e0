package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.botapi.BotApiDouble;
import io.verbatim.telegram.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {
  private static final Token TOKEN = new Token(BotApiDouble.TOKEN);

  @TempDir Path folder;

  @Test
  void isKeptByOneBotAtATime() {
    try (var _ = State.open(folder, TOKEN)) {
      Failure second = assertThrows(Failure.class, () -> State.open(folder, TOKEN));

      assertEquals(Exit.CONFIGURATION, second.exit());
      String message = String.valueOf(second.getMessage());
      assertTrue(message.startsWith("another Verbatim keeps its state in " + folder), message);
    }
    try (var next = State.open(folder, TOKEN)) {
      assertEquals(0, next.journal().inbox().waiting());
    }
  }

  @Test
  void aDiskInTheWayIsNoMistakeInTheSettingsSoThatTheBotIsStartedAgain() throws Exception {
    Files.createDirectory(folder.resolve("journal-" + BotApiDouble.BOT + ".db"));

    Failure failure = assertThrows(Failure.class, () -> State.open(folder, TOKEN));

    assertEquals(Exit.DISK, failure.exit());
    assertTrue(String.valueOf(failure.getMessage()).contains("VERBATIM_STATE_FOLDER"));
  }
}
