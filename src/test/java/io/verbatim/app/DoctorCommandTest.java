package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Fault;
import io.verbatim.journal.FolderLock;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  private static final String ALL_WELL =
      """
      {"ok":true,"result":{"id":777000777,"is_bot":true,"first_name":"Verbatim",
       "username":"VerbatimTestBot","can_read_all_group_messages":false,
       "supports_inline_queries":true}}\
      """;

  private final BotApiDouble server = new BotApiDouble();

  @TempDir Path folder;
  private Program program;

  @BeforeEach
  void givesABotThatIsWell() {
    server.fail("getMe", 10, new Fault.Answers(200, ALL_WELL));
    program = new Program(folder).at(server);
  }

  @AfterEach
  void close() {
    server.close();
    assertFalse(program.out().contains(BotApiDouble.TOKEN), program.out());
    assertFalse(program.err().contains(BotApiDouble.TOKEN), program.err());
  }

  @Test
  void endsWithZeroWhenAllIsWell() {
    assertEquals(0, program.run("doctor"));
    assertFalse(program.out().contains("✗"), program.out());
    assertTrue(program.out().contains("✓ token: this is @VerbatimTestBot\n"), program.out());
    assertTrue(program.out().contains("✓ articles: 1 read from "), program.out());
  }

  @Test
  void tellsWhatToMendAndEndsWith78() throws Exception {
    Path articles = Files.createDirectory(folder.resolve("articles"));
    Files.writeString(articles.resolve("good.md"), "# Bees\n\nBees fly far.\n");
    Files.write(articles.resolve("bad.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Path file = Files.createFile(folder.resolve("file"));
    program.environment.put("VERBATIM_ARTICLES", articles.toString());
    program.environment.put("VERBATIM_STATE_FOLDER", file.resolve("state").toString());

    assertEquals(78, program.run("doctor"));
    assertTrue(program.out().contains("✗ article: bad.md:1: is not UTF-8"), program.out());
    assertTrue(program.out().contains("✗ state: cannot be written"), program.out());
    assertTrue(program.out().contains("→ give this user the right to write there"), program.out());
    assertTrue(program.out().contains("✓ index: can be written"), program.out());
  }

  @Test
  void whatTheBotDoesWithoutIsNoFailure() {
    server.heal();
    server.fail(
        "getMe", 10, new Fault.Answers(200, ALL_WELL.replace("queries\":true", "queries\":false")));

    assertEquals(0, program.run("doctor"));
    assertTrue(program.out().contains("· inline mode: off"), program.out());
    assertTrue(program.out().contains("Inline Mode → Turn on"), program.out());
  }

  @Test
  void seesAPortThatIsTakenUnlessABotRuns() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      program.environment.put("VERBATIM_HEALTH_PORT", "" + taken.getLocalPort());

      assertEquals(78, program.run("doctor"));
      assertTrue(program.out().contains("✓ bot: none runs"), program.out());
      assertTrue(
          program.out().contains("✗ port: cannot listen at 127.0.0.1:" + taken.getLocalPort()),
          program.out());
      assertTrue(program.out().contains("→ let health.port (VERBATIM_HEALTH_PORT)"), program.out());

      program.forget();
      try (var lock = FolderLock.take(folder.resolve("state")).orElseThrow()) {
        assertEquals(0, program.run("doctor"), lock::toString);
        assertTrue(program.out().contains("✓ bot: one runs"), program.out());
      }
    }
  }

  @Test
  void tellsHowToGetAToken() {
    program.environment.remove("TELEGRAM_BOT_TOKEN");

    assertEquals(78, program.run("doctor"));
    assertTrue(program.out().contains("✗ token: none\n  → @BotFather → /newbot"), program.out());
  }

  @Test
  void tellsWhichSettingIsWrong() {
    program.environment.put("TELEGRAM_POLL_TIMEOUT", "soon");

    assertEquals(78, program.run("doctor"));
    assertTrue(program.err().contains("TELEGRAM_POLL_TIMEOUT"), program.err());
  }

  @Test
  void tellsThatNoArticleCanBeRead() {
    program.environment.put("VERBATIM_ARTICLES", folder.resolve("missing").toString());

    assertEquals(78, program.run("doctor"));
    assertTrue(program.out().contains("✗ articles: "), program.out());
  }
}
