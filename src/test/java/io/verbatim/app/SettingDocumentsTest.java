package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents say about settings is what the program reads. */
class SettingDocumentsTest {
  private static final Path EXAMPLE = Path.of("config", "verbatim.example.conf");

  @Test
  void exampleHasEveryKeyWithItsDefaultAndReason() throws Exception {
    String expected =
        Setting.ALL.stream()
            .map(s ->
                "# %s\n# expected: %s; environment: %s\n%s = \"%s\"\n"
                    .formatted(s.why(), s.expected(), s.variable(), s.key(), s.byDefault()))
            .collect(Collectors.joining("\n"));

    String example = Files.readString(EXAMPLE);

    assertEquals(expected, example.substring(example.indexOf("\n\n") + 2));
  }

  @Test
  void exampleReadsAsTheDefaults() {
    Path anywhere = Path.of("src").toAbsolutePath();

    assertEquals(
        Settings.read(Optional.empty(), anywhere, anywhere, Map.of()),
        Settings.read(Optional.of(EXAMPLE.toAbsolutePath()), anywhere, anywhere, Map.of()));
  }
}
