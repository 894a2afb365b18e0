package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ReadmeTest {
  @TempDir Path folder;

  @Test
  void tablesAndTranscriptsAreWhatTheProgramSays() throws IOException {
    assertUpToDate(Readme.FILE, readme -> Readme.asTheProgramSays(readme, folder));
  }

  @Test
  void theConversationIsWhatTheProgramSays() throws IOException {
    assertUpToDate(Readme.CONVERSATION, document -> Readme.replayed(document, folder));
  }

  @Test
  void thePictureShowsWhatTheProgramSays() throws IOException {
    assertUpToDate(Readme.PICTURE, _ -> Readme.picture(folder));
  }

  @Test
  void theScenesAreWhatTheBotDoesInTelegram() throws IOException {
    assertUpToDate(Scenes.FILE, document -> Scenes.replayed(document, folder));
  }

  private static void assertUpToDate(Path file, UnaryOperator<String> anew) throws IOException {
    String present = Files.readString(file);

    assertEquals(
        anew.apply(present),
        present,
        "to mend: mvn -q test-compile exec:exec@readme, then read what changed");
  }
}
