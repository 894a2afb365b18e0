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
}
