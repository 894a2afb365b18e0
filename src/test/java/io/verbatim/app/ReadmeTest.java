package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  @TempDir Path folder;

  @Test
  void tablesAndTranscriptsAreWhatTheProgramSays() throws Exception {
    String readme = Files.readString(Readme.FILE);

    assertEquals(
        Readme.asTheProgramSays(readme, folder),
        readme,
        "to mend: mvn -q test-compile exec:exec@readme, then read what changed");
  }

  @Test
  void theConversationIsWhatTheProgramSays() throws Exception {
    String document = Files.readString(Readme.CONVERSATION);

    assertEquals(
        Readme.replayed(document, folder),
        document,
        "to mend: mvn -q test-compile exec:exec@readme, then read what changed");
  }

  @Test
  void thePictureShowsWhatTheProgramSays() throws Exception {
    assertEquals(
        Readme.picture(folder),
        Files.readString(Readme.PICTURE),
        "to mend: mvn -q test-compile exec:exec@readme, then look at what changed");
  }
}
