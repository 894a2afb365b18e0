package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ScenesTest {
  @TempDir Path folder;

  @Test
  void theBotDoesInTelegramWhatTheDocumentSays() throws Exception {
    String document = Files.readString(Scenes.FILE);

    assertEquals(
        Scenes.replayed(document, folder),
        document,
        "to mend: mvn -q test-compile exec:exec@readme, then read what changed");
  }
}
