package io.verbatim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of rooms in ARCHITECTURE.md is the law: which room may use which. */
class RoomsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.verbatim");

  /** Packages of libraries that only some rooms may know, with the reason. */
  private static final Map<String, Keepers> LIBRARIES =
      Map.of(
          "org.apache.lucene..",
              new Keepers("an index that leaks cannot be exchanged", "lucene", "evaluation"),
          "org.telegram..", new Keepers("the conversation must not know its messenger", "telegram"),
          "okhttp3..", new Keepers("only the Telegram rim calls out", "telegram"),
          "org.jline..", new Keepers("the conversation must not know its messenger", "console"),
          "opennlp..", new Keepers("sentences are part of the text", "article"),
          "io.micrometer..", new Keepers("figures are taken at the rim", "telegram", "app"),
          "org.knowm.xchart..", new Keepers("curves are for measuring alone", "evaluation"),
          "com.typesafe.config..", new Keepers("settings reach rooms as values", "app"),
          "java.sql..", new Keepers("what is kept is kept in one place", "journal"),
          "picocli..", new Keepers("the command line is wiring", "app"));

  private record Keepers(String because, List<String> rooms) {
    Keepers(String because, String... rooms) {
      this(because, List.of(rooms));
    }
  }

  /** Room to the rooms that it may use, read from the table. */
  private static Map<String, Set<String>> table() throws Exception {
    var table = new LinkedHashMap<String, Set<String>>();
    var room = Pattern.compile("`([a-z]+)`");
    try (var lines = Files.lines(Path.of("ARCHITECTURE.md"))) {
      var row = Pattern.compile("\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|");
      lines
          .map(row::matcher)
          .filter(Matcher::matches)
          .forEach(cells ->
              table.put(
                  cells.group(1),
                  room.matcher(cells.group(2))
                      .results()
                      .map(name -> name.group(1))
                      .collect(Collectors.toSet())));
    }
    return table;
  }

  @Test
  void everyRoomStandsInTheTable() throws Exception {
    try (Stream<Path> folders = Files.list(Path.of("src/main/java/io/verbatim"))) {
      var rooms =
          folders
              .filter(Files::isDirectory)
              .map(folder -> folder.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));

      assertEquals(rooms, new TreeSet<>(table().keySet()));
    }
  }

  @TestFactory
  List<DynamicTest> roomsUseOnlyWhatTheTableGrants() throws Exception {
    var tests = new ArrayList<DynamicTest>();
    Map<String, Set<String>> table = table();
    for (String room : table.keySet()) {
      if (room.equals("app")) {
        continue; // the wiring may use everything
      }
      String[] forbidden =
          table.keySet().stream()
              .filter(other -> !other.equals(room) && !table.get(room).contains(other))
              .map(RoomsTest::inside)
              .toArray(String[]::new);
      var rule =
          noClasses()
              .that()
              .resideInAPackage(inside(room))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(forbidden)
              .because("ARCHITECTURE.md grants " + room + " only " + table.get(room));
      tests.add(DynamicTest.dynamicTest(room, () -> rule.check(CLASSES)));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> librariesStayInTheirRooms() {
    var tests = new ArrayList<DynamicTest>();
    LIBRARIES.forEach((library, keepers) -> {
      var rule =
          noClasses()
              .that()
              .resideOutsideOfPackages(
                  keepers.rooms().stream().map(RoomsTest::inside).toArray(String[]::new))
              .should()
              .dependOnClassesThat()
              .resideInAPackage(library)
              .because(keepers.because());
      tests.add(DynamicTest.dynamicTest(library, () -> rule.check(CLASSES)));
    });
    return tests;
  }

  @Test
  void roomsFormNoCircle() {
    slices()
        .matching("io.verbatim.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a circle of rooms is one room with two names")
        .check(CLASSES);
  }

  @Test
  void rimsAloneKnowClockAndEnvironment() {
    noClasses()
        .that()
        .resideInAnyPackage(
            inside("article"),
            inside("retrieval"),
            inside("ranking"),
            inside("answer"),
            inside("summary"),
            inside("bot"))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .because("values in the middle, effects at the rim")
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
        .because("there are no nulls here")
        .check(CLASSES);
  }

  private static String inside(String room) {
    return "io.verbatim." + room + "..";
  }
}
