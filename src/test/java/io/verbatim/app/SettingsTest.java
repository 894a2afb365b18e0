package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.telegram.Receiving;
import io.verbatim.telegram.Rules;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

class SettingsTest {
  private static final String TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz-_01234";
  private static final String NO_TOKEN =
      "not a token, expected digits, a colon and a key, as @BotFather gives";

  @TempDir Path folder;
  private Path home = Path.of("");
  private Path here = Path.of("");

  @BeforeEach
  void makeFolders() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    here = Files.createDirectories(folder.resolve("here"));
    Files.createDirectories(home.resolve("config"));
  }

  @Test
  void defaultsStartAtTheProgramsFolder() {
    assertEquals(
        new Settings(
            home.resolve("seeds"),
            home.resolve(".verbatim/index"),
            home.resolve(".verbatim"),
            true,
            Optional.empty(),
            URI.create("https://api.telegram.org"),
            new Receiving.Polling(Duration.ofSeconds(50)),
            Rules.OPEN,
            Optional.empty(),
            false,
            OptionalInt.empty(),
            Optional.empty()),
        read(Map.of()));
  }

  @Test
  void fileGoesBeforeDefaultsAndEnvironmentBeforeFile() throws Exception {
    write(
        """
        articles = texts
        telegram { poll-timeout = 20 s, api-url = "http://127.0.0.1:8081" }
        log.level = info
        """);

    Settings settings = read(Map.of("TELEGRAM_POLL_TIMEOUT", "10s", "VERBATIM_LOG_LEVEL", "error"));

    assertEquals(home.resolve("texts"), settings.articles());
    assertEquals(URI.create("http://127.0.0.1:8081"), settings.api());
    assertEquals(new Receiving.Polling(Duration.ofSeconds(10)), settings.receiving());
    assertEquals(Optional.of(Level.ERROR), settings.log());
  }

  @Test
  void answersByWordsAloneIfToldTo() {
    assertFalse(read(Map.of("VERBATIM_ANSWER_BY", "words")).byMeaning());
    assertThrows(Failure.class, () -> read(Map.of("VERBATIM_ANSWER_BY", "luck")));
  }

  @Test
  void aNameHasAtMost64Characters() {
    assertEquals(Optional.of("On bees"), read(Map.of("TELEGRAM_NAME", " On bees ")).name());
    assertThrows(Failure.class, () -> read(Map.of("TELEGRAM_NAME", "b".repeat(65))));
  }

  @Test
  void pathsFromTheEnvironmentStartAtTheCurrentFolder() {
    Settings settings =
        read(Map.of("VERBATIM_ARTICLES", "texts", "VERBATIM_INDEX_FOLDER", "/var/index"));

    assertEquals(here.resolve("texts"), settings.articles());
    assertEquals(Path.of("/var/index"), settings.index());
  }

  @Test
  void blankVariablesCountAsNotSet() {
    assertEquals(read(Map.of()), read(Map.of("TELEGRAM_API_URL", "", "TELEGRAM_BOT_TOKEN", " ")));
  }

  @Test
  void otherFileIsReadWhenNamed() throws Exception {
    Files.writeString(here.resolve("a.conf"), "log.level = debug");
    Files.writeString(here.resolve("b.conf"), "log.level = trace");
    Map<String, String> environment = Map.of("VERBATIM_CONFIG", "a.conf");

    Settings byEnvironment = Settings.read(Optional.empty(), home, here, environment);
    Settings byOption = Settings.read(Optional.of(Path.of("b.conf")), home, here, environment);

    assertEquals(Optional.of(Level.DEBUG), byEnvironment.log());
    assertEquals(Optional.of(Level.TRACE), byOption.log());
  }

  @Test
  void namedFileThatIsMissingIsRefused() {
    String message = refusal(Map.of("VERBATIM_CONFIG", "missing.conf"));

    assertTrue(message.contains("missing.conf"), message);
  }

  @Test
  void brokenSyntaxIsRefusedWithItsLine() throws Exception {
    write("articles = texts\nlog.level = [");

    String message = refusal(Map.of());

    assertTrue(message.contains("verbatim.conf: 2"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "telegram.pol-timeout = 5 s | telegram.pol-timeout = 5 s",
        "article = x                | article = x",
        "telegram.extra { a = 1 }   | telegram.extra.a = 1",
        "telegram = 3               | telegram = 3",
      })
  void unknownKeysAreRefusedWithKeyValueAndPlace(String line, String shown) throws Exception {
    write("log.level = warn\n" + line);

    String message = refusal(Map.of());

    String file = home.resolve("config/verbatim.conf").toString();
    String expected =
        file + ":2: unknown key " + shown + ", expected one of articles, index.folder";
    assertTrue(message.startsWith(expected), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "articles              | []                   | (LIST)                | a file or a folder",
        "articles              | null                 | null                  | a file or a folder",
        "articles              | ' '                  |                       | a file or a folder",
        "telegram.poll-timeout | 50                   | 50                    | a time from 1 s to",
        "telegram.poll-timeout | 0 s                  | 0 s                   | a time from 1 s to",
        "telegram.poll-timeout | 51 s                 | 51 s                  | a time from 1 s to",
        "telegram.poll-timeout | -1 s                 | -1 s                  | a time from 1 s to",
        "telegram.poll-timeout | soon                 | soon                  | a time from 1 s to",
        "telegram.api-url      | \"ftp://x\"          | ftp://x               | http:// or"
            + " https://",
        "telegram.api-url      | \"https://\"         | https://              | http:// or"
            + " https://",
        "telegram.api-url      | \"http://a/b\"       | http://a/b            | http:// or"
            + " https://",
        "telegram.api-url      | \"http://u:p@host\"  | http://u:p@host       | http:// or"
            + " https://",
        "log.level             | loud                 | loud                  | auto, error, warn,",
      })
  void badValuesAreRefusedWithKeyValuePlaceAndWhatIsExpected(
      String key, String value, String shown, String expected) throws Exception {
    write("\n" + key + " = " + (value.isBlank() ? "\" \"" : value));

    String message = refusal(Map.of());

    String file = home.resolve("config/verbatim.conf").toString();
    String start = file + ":2: " + key + " = " + (shown == null ? " " : shown) + ", expected ";
    assertTrue(message.startsWith(start + expected), message);
  }

  @Test
  void badVariablesAreNamed() {
    assertEquals(
        "environment variable TELEGRAM_POLL_TIMEOUT: telegram.poll-timeout = 1 h, expected a time"
            + " from 1 s to 50 s, with its unit",
        refusal(Map.of("TELEGRAM_POLL_TIMEOUT", "1 h")));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() throws Exception {
    write("colour = red\nlog.level = loud");

    assertEquals(3, refusal(Map.of("TELEGRAM_API_URL", "x")).lines().count());
  }

  @Test
  void tokenComesFromTheEnvironmentBeforeTheFile() throws Exception {
    Files.writeString(here.resolve("good"), TOKEN + "\n");
    Files.writeString(here.resolve("bad"), "no token");

    assertTrue(read(Map.of("TELEGRAM_BOT_TOKEN_FILE", "good")).token().isPresent());
    assertTrue(
        read(Map.of("TELEGRAM_BOT_TOKEN_FILE", "bad", "TELEGRAM_BOT_TOKEN", TOKEN))
            .token()
            .isPresent());
    assertEquals(
        "file " + here.resolve("bad") + ": " + NO_TOKEN,
        refusal(Map.of("TELEGRAM_BOT_TOKEN_FILE", "bad")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "12345", "abc:def", "123:a b", "123:"})
  void malformedTokensAreRefusedAndNotShown(String token) {
    String message = refusal(Map.of("TELEGRAM_BOT_TOKEN", token));

    assertEquals("environment variable TELEGRAM_BOT_TOKEN: " + NO_TOKEN, message);
  }

  @Test
  void tokenFileThatCannotBeReadIsRefused() {
    String message = refusal(Map.of("TELEGRAM_BOT_TOKEN_FILE", "missing"));

    assertTrue(message.contains(here.resolve("missing").toString()), message);
  }

  @Test
  void tokenIsNeverShown() throws Exception {
    Settings settings = read(Map.of("TELEGRAM_BOT_TOKEN", TOKEN));
    write("telegram.token = \"" + TOKEN + "\"\nlog.level = \"" + TOKEN + "\"");

    assertFalse(settings.toString().contains(TOKEN));
    assertFalse(refusal(Map.of("TELEGRAM_BOT_TOKEN", TOKEN)).contains(TOKEN.substring(10)));
  }

  @Test
  void aWebhookTakesThePlaceOfPolling() {
    Settings settings =
        read(
            Map.of(
                "TELEGRAM_WEBHOOK_URL", "https://example.org:8443/hook",
                "TELEGRAM_WEBHOOK_LISTEN", "[::1]:9000"));

    assertEquals(
        new Receiving.Webhook(
            URI.create("https://example.org:8443/hook"),
            InetSocketAddress.createUnresolved("[::1]", 9000)),
        settings.receiving());
  }

  @ParameterizedTest
  @CsvSource({
    "TELEGRAM_WEBHOOK_URL, http://example.org/hook",
    "TELEGRAM_WEBHOOK_URL, https://example.org:9000/hook",
    "TELEGRAM_WEBHOOK_URL, https://example.org/hook?secret=1",
    "TELEGRAM_WEBHOOK_URL, https:///hook",
    "TELEGRAM_WEBHOOK_LISTEN, 8082",
    "TELEGRAM_WEBHOOK_LISTEN, 127.0.0.1",
    "TELEGRAM_WEBHOOK_LISTEN, 127.0.0.1:0",
    "TELEGRAM_WEBHOOK_LISTEN, 127.0.0.1:8082/hook",
    "TELEGRAM_WEBHOOK_LISTEN, user@127.0.0.1:8082"
  })
  void refusesAWebhookThatCannotBe(String variable, String value) {
    var refusal = assertThrows(Failure.class, () -> read(Map.of(variable, value)));

    assertTrue(String.valueOf(refusal.getMessage()).contains(variable), refusal::toString);
  }

  private Settings read(Map<String, String> environment) {
    return Settings.read(Optional.empty(), home, here, environment);
  }

  private String refusal(Map<String, String> environment) {
    Failure failure = assertThrows(Failure.class, () -> read(environment));
    assertEquals(Exit.CONFIGURATION, failure.exit());
    return String.valueOf(failure.getMessage());
  }

  private void write(String text) throws IOException {
    Files.writeString(home.resolve("config/verbatim.conf"), text);
  }
}
