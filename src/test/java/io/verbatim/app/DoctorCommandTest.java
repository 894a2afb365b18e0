package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final String ALL_WELL =
      """
      {"ok":true,"result":{"id":777000777,"is_bot":true,"first_name":"Verbatim",
       "username":"VerbatimTestBot","can_read_all_group_messages":false,
       "supports_inline_queries":true}}\
      """;

  @TempDir Path folder;

  private final BotApiDouble server = new BotApiDouble();
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void givesABotThatIsWell() {
    server.fail("getMe", 10, new Fault.Answers(200, ALL_WELL));
    environment.put("TELEGRAM_BOT_TOKEN", BotApiDouble.TOKEN);
    environment.put("TELEGRAM_API_URL", server.url());
    environment.put("VERBATIM_ANSWER_BY", "words");
    environment.put("VERBATIM_INDEX_FOLDER", folder.resolve("index").toString());
    environment.put("VERBATIM_STATE_FOLDER", folder.resolve("state").toString());
  }

  @AfterEach
  void close() {
    server.close();
    assertFalse(text(out).contains(BotApiDouble.TOKEN), text(out));
    assertFalse(text(err).contains(BotApiDouble.TOKEN), text(err));
  }

  @Test
  void endsWithZeroWhenAllIsWell() {
    assertEquals(0, doctor());
    assertFalse(text(out).contains("✗"), text(out));
    assertTrue(text(out).contains("✓ token: this is @VerbatimTestBot\n"), text(out));
    assertTrue(text(out).contains("✓ articles: 1 read from "), text(out));
  }

  @Test
  void tellsWhatToMendAndEndsWith78() throws Exception {
    Path articles = Files.createDirectory(folder.resolve("articles"));
    Files.writeString(articles.resolve("good.md"), "# Bees\n\nBees fly far.\n");
    Files.write(articles.resolve("bad.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Path file = Files.createFile(folder.resolve("file"));
    environment.put("VERBATIM_ARTICLES", articles.toString());
    environment.put("VERBATIM_STATE_FOLDER", file.resolve("state").toString());

    assertEquals(78, doctor());
    assertTrue(text(out).contains("✗ article: bad.md:1: is not UTF-8"), text(out));
    assertTrue(text(out).contains("✗ state: cannot be written"), text(out));
    assertTrue(text(out).contains("→ give this user the right to write there"), text(out));
    assertTrue(text(out).contains("✓ index: can be written"), text(out));
  }

  @Test
  void tellsHowToGetAToken() {
    environment.remove("TELEGRAM_BOT_TOKEN");

    assertEquals(78, doctor());
    assertTrue(text(out).contains("✗ token: none\n  → @BotFather → /newbot"), text(out));
  }

  @Test
  void tellsWhichSettingIsWrong() {
    environment.put("TELEGRAM_POLL_TIMEOUT", "soon");

    assertEquals(78, doctor());
    assertTrue(text(err).contains("TELEGRAM_POLL_TIMEOUT"), text(err));
  }

  @Test
  void tellsThatNoArticleCanBeRead() {
    environment.put("VERBATIM_ARTICLES", folder.resolve("missing").toString());

    assertEquals(78, doctor());
    assertTrue(text(out).contains("✗ articles: "), text(out));
  }

  private int doctor() {
    var surroundings =
        new Surroundings(
            PROJECT,
            PROJECT,
            environment,
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return Cli.run(
        surroundings,
        (settings, token, verbatim, state, meters, goodPoll) -> {
          throw new AssertionError("no messenger is asked for");
        },
        "doctor");
  }

  private static String text(ByteArrayOutputStream written) {
    return written.toString(StandardCharsets.UTF_8);
  }
}
