package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;

/** The tables in docs/telegram.md are the truth. */
class TelegramDocumentTest {
  private static final Path FILE = Path.of("docs", "telegram.md");
  private static final Path SOURCES = Path.of("src/main/java/io/verbatim/telegram");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*?) \\| (.+) \\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  /** An imported class that is a method, by its last name. */
  private static final Pattern METHOD =
      Pattern.compile(
          "import"
              + " org\\.telegram\\.telegrambots\\.meta\\.api\\.methods\\.(?:[a-z]+\\.)*([A-Z]\\w+);");

  private static final Set<String> NO_METHODS =
      Set.of("BotApiMethod", "PartialBotApiMethod", "ActionType");

  @Test
  void everyKindOfUpdateIsHandledOrIgnoredForAReason() throws IOException {
    Set<String> documented = names(section("## Updates")).collect(toSet());
    Set<String> existing =
        Arrays.stream(Update.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .map(field -> field.getAnnotation(JsonProperty.class).value())
            .filter(name -> !name.equals("update_id"))
            .collect(toSet());

    assertEquals(existing, documented, "to mend: the table of updates in " + FILE);
  }

  @Test
  void whatIsHandledIsAskedForAndNothingElse() throws IOException {
    Set<String> handled =
        ROW.matcher(section("## Updates"))
            .results()
            .filter(row -> row.group(2).startsWith("handled |"))
            .flatMap(row -> NAME.matcher(row.group(1)).results())
            .map(name -> name.group(1))
            .collect(toSet());

    assertEquals(new TreeSet<>(GetBatch.KINDS), handled, "to mend: the table in " + FILE);
  }

  @Test
  void everyMethodThatIsCalledIsListed() throws IOException {
    List<Path> sources;
    try (var files = Files.list(SOURCES)) {
      sources = files.toList();
    }
    var called = new TreeSet<String>();
    for (Path source : sources) {
      METHOD
          .matcher(Files.readString(source))
          .results()
          .map(method -> method.group(1))
          .filter(method -> !NO_METHODS.contains(method))
          .forEach(
              method -> called.add(Character.toLowerCase(method.charAt(0)) + method.substring(1)));
    }

    assertTrue(called.contains("sendMessage"), called::toString);
    assertEquals(called, names(section("## Methods")).collect(toSet()), "to mend: " + FILE);
  }

  /** The names in the first column of the rows of a section. */
  private static Stream<String> names(String section) {
    return ROW.matcher(section)
        .results()
        .map(row -> row.group(1))
        .flatMap(cell -> NAME.matcher(cell).results())
        .map(name -> name.group(1));
  }

  private static String section(String heading) throws IOException {
    String text = Files.readString(FILE);
    int start = text.indexOf(heading + "\n");
    int end = text.indexOf("\n## ", start + 1);
    assertTrue(start >= 0, () -> FILE + " has no section " + heading);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  private static Collector<String, ?, Set<String>> toSet() {
    return Collectors.toCollection(TreeSet::new);
  }
}
