package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents say about settings is what the program reads. */
class SettingDocumentsTest {
  private static final Path EXAMPLE = Path.of("config", "verbatim.example.conf");
  private static final Path README = Path.of("README.md");

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

  @Test
  void readmeHasTheTableOfSettings() throws Exception {
    assumeTrue(Files.exists(README));

    assertTrue(Files.readString(README).contains(table()), "README should have:\n" + table());
  }

  /** The settings as a Markdown table. */
  private static String table() {
    return Setting.ALL.stream()
        .map(s ->
            "| `%s` | `%s` | %s | %s |\n"
                .formatted(
                    s.key(),
                    s.variable(),
                    s.byDefault().isEmpty() ? "" : "`" + s.byDefault() + "`",
                    s.why()))
        .collect(
            Collectors.joining(
                "", "| key | environment | default | what it is |\n|---|---|---|---|\n", ""));
  }
}
