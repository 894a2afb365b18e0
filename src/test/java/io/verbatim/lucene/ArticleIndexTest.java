package io.verbatim.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Article;
import io.verbatim.article.ArticleParser;
import io.verbatim.article.Library;
import io.verbatim.retrieval.Passage;
import io.verbatim.retrieval.Ranking;
import io.verbatim.retrieval.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArticleIndexTest {
  private static final Article BEES =
      article(
          "bees.txt",
          """
          On bees

          The queen’s café lies in Paris.

          Bees dance. Their dances tell where 2,011 flowers are.
          """);
  private static final Article SHIPS =
      article("ships.txt", "On ships\n\nThe queen sailed away.\n\nShips rust.");
  private static final Library LIBRARY = new Library(List.of(BEES, SHIPS));

  private static Article article(String name, String text) {
    return new ArticleParser().parse(name, text);
  }

  @ParameterizedTest
  @CsvSource({
    "'the QUEEN''S cafe', bees.txt, 1",
    "'whose cafés?', bees.txt, 1",
    "'Does the bee dancing tell?', bees.txt, 2",
    "'2,011', bees.txt, 2",
    "'who sailed', ships.txt, 1",
    "'ship rusts', ships.txt, 2",
  })
  void copesWithApostrophesCasePluralsAccentsAndNumbers(
      String question, String article, int paragraph) throws Exception {
    Passage best = search(question, Scope.EVERYTHING).passages().getFirst();

    assertEquals(article, best.address().article());
    assertEquals(paragraph, best.address().paragraph());
  }

  @Test
  void findsTheSentenceInItsParagraph() throws Exception {
    Passage best = search("what do dances tell", Scope.EVERYTHING).passages().getFirst();

    assertEquals("Their dances tell where 2,011 flowers are.", LIBRARY.words(best.address()));
  }

  @Test
  void searchesWithinItsScopeAlone() throws Exception {
    assertEquals(
        List.of("ships.txt"),
        search("queen", Scope.of("ships.txt")).passages().stream()
            .map(p -> p.address().article())
            .toList());
    assertEquals(Ranking.EMPTY, search("queen", new Scope(Optional.of("ships.txt"), 2, 2)));
  }

  static Stream<String> hostileQuestions() {
    return Stream.of(
        "AND OR (\" *:*",
        "paragraph:[1 TO 9] +queen -bees ~0.5 \\",
        "the of and is",
        "",
        " \t\n",
        "\0queen\0",
        "👑🐝 queen 👨‍👩‍👧‍👦",
        "\uD83D queen \uDC51",
        "‏מלכה queen الملكة‎",
        "q".repeat(4096),
        "a-".repeat(2048),
        "1,".repeat(2048),
        "queen ".repeat(683).strip(),
        Stream.iterate(0, i -> i + 1)
            .limit(900)
            .map(i -> "w" + i)
            .reduce("", (a, b) -> a + " " + b));
  }

  @ParameterizedTest
  @MethodSource("hostileQuestions")
  void isSafeForQuestionsOfAnyContent(String question) throws Exception {
    Ranking ranking = search(question, Scope.EVERYTHING);

    boolean asksForTheQueen = question.matches("(?s).*\\bqueen\\b.*");
    boolean found = ranking.passages().stream().anyMatch(p -> p.confidence() > 0.5);
    assertTrue(asksForTheQueen || !found, ranking.toString());
    assertTrue(
        !asksForTheQueen
            || LIBRARY.words(ranking.passages().getFirst().address()).contains("queen"));
  }

  @Test
  void isSafeForRandomQuestions() throws Exception {
    var random = new Random(7);
    try (var index = ArticleIndex.inMemory(LIBRARY)) {
      for (int i = 0; i < 2000; i++) {
        String question =
            random
                .ints(random.nextInt(60), 0, random.nextBoolean() ? 128 : 0x10000)
                .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                .toString();

        Ranking ranking = index.search(question, Scope.EVERYTHING, 3);

        assertEquals(ranking, index.search(question, Scope.EVERYTHING, 3));
      }
    }
  }

  @Test
  void isReusedForTheSameArticlesAndRebuiltForOthers(@TempDir Path folder) throws Exception {
    ArticleIndex.open(LIBRARY, folder).close();
    var first = modified(folder);

    ArticleIndex.open(new Library(List.of(BEES, SHIPS)), folder).close();
    var second = modified(folder);
    ArticleIndex.open(new Library(List.of(SHIPS)), folder).close();

    assertEquals(first, second);
    assertNotEquals(second, modified(folder));
  }

  @Test
  void isRebuiltWhenAByteIsDamaged(@TempDir Path folder) throws Exception {
    ArticleIndex.open(LIBRARY, folder).close();
    for (Path file : files(folder)) {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > 0) {
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(file, bytes);
      }

      assertAnswers(folder);
    }
  }

  @Test
  void isRebuiltWhenAFileIsCutShortOrMissing(@TempDir Path folder) throws Exception {
    ArticleIndex.open(LIBRARY, folder).close();
    for (Path file : files(folder)) {
      if (Files.exists(file)) {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
          channel.truncate(channel.size() / 2);
        }
      }
      assertAnswers(folder);
    }
    for (Path file : files(folder)) {
      Files.deleteIfExists(file);
      assertAnswers(folder);
    }
  }

  @Test
  void whatACrashLeftHalfWrittenIsIgnored(@TempDir Path folder) throws Exception {
    Path half = Files.createDirectory(folder.resolve(LIBRARY.checksum()));
    Files.writeString(half.resolve("_0.cfs"), "half");
    Files.createDirectory(folder.resolve(".building-1"));

    assertAnswers(folder);
  }

  private static void assertAnswers(Path folder) throws IOException {
    try (var index = ArticleIndex.open(LIBRARY, folder)) {
      assertFalse(index.search("queen", Scope.EVERYTHING, 3).passages().isEmpty());
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("write.lock"))
          .toList();
    }
  }

  private static List<String> modified(Path folder) throws IOException {
    var states = new ArrayList<String>();
    for (Path file : files(folder)) {
      states.add(file + " " + Files.getLastModifiedTime(file));
    }
    assertTrue(!states.isEmpty());
    return states;
  }

  private static Ranking search(String question, Scope scope) throws IOException {
    try (var index = ArticleIndex.inMemory(LIBRARY)) {
      return index.search(question, scope, 10);
    }
  }
}
