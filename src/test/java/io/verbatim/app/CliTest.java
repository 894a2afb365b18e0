package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.verbatim.bot.Request;
import io.verbatim.telegram.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
  private static final String QUESTION = "Who was the US ambassador to Russia?";
  private static final String TOKEN = "123456:test-token";
  private static final String NAME = "000_b0f3f335b0cbade1.txt";

  @TempDir Path folder;
  private Program program;
  private String input = "";
  private boolean failing;

  @BeforeEach
  void set() {
    program = new Program(folder);
  }

  @Test
  void askQuotesTheArticle() {
    assertEquals(0, run("ask", QUESTION));

    assertTrue(
        program.out().startsWith("┃ Michael McFaul who worked as the US ambassador"),
        program.out());
    assertTrue(program.out().contains("\n  ¶ 5 of 8\n"), program.out());
    assertEquals("", program.err());
  }

  @Test
  void askTakesItsWordsWithOrWithoutQuotationMarks() {
    run("ask", "--json", QUESTION);
    String whole = program.out();
    program.forget();

    run("ask", "--json", "Who", "was", "the", "US", "ambassador", "to", "Russia?");

    assertEquals(whole, program.out());
  }

  @Test
  void askAsJsonIsOneObjectOnOneLine() throws Exception {
    assertEquals(0, run("ask", QUESTION, "--json"));

    assertEquals(1, program.out().lines().count());
    JsonNode quote = JsonMapper.builder().build().readTree(program.out()).get("quotes").get(0);
    assertEquals(5, quote.get("paragraph").asInt());
    String text = quote.get("text").asText();
    int start = quote.get("answer").get("start").asInt() - quote.get("start").asInt();
    int end = quote.get("answer").get("end").asInt() - quote.get("start").asInt();
    assertTrue(text.substring(start, end).startsWith("Michael McFaul"), text);
    assertTrue(text.substring(start, end).endsWith("works."), text);
  }

  @Test
  void askForWhatIsNotCoveredSucceeds() {
    assertEquals(0, run("ask", "--json", "zyzzyva?"));

    assertEquals(
        "{\"question\":\"zyzzyva?\",\"outcome\":\"not-covered\",\"quotes\":[]}\n", program.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"@NAME, who is it?", "/help", "\"AND OR (*:*", "\0", "🙂", "…"})
  void askTakesAnyQuestion(String question) {
    assertEquals(0, run("ask", question), program.err());
    assertEquals("", program.err());
  }

  @Test
  void summaryHasTheSentencesOfTheFile() throws Exception {
    String article = Files.readString(Program.PROJECT.resolve("seeds").resolve(NAME));

    assertEquals(0, run("summary", "--sentences", "3", "--json"));

    JsonNode summary = JsonMapper.builder().build().readTree(program.out());
    assertEquals(NAME, summary.get("article").asText());
    assertEquals(3, summary.get("sentences").size());
    summary.get("sentences").forEach(s -> assertTrue(article.contains(s.get("text").asText())));
  }

  @Test
  void evaluateMeasuresSummaries() throws Exception {
    Path file = folder.resolve("two.jsonl");
    Files.writeString(
        file,
        """
        {"id":"a","article":"(CNN)Rain fell on the town. Rain flooded 40 cellars. Nobody was hurt.","summary":"Rain fell .\\nRain flooded cellars ."}
        {"id":"b","title":"Bees","paragraphs":["Bees dance.","They tell the way. Bees hum."],"reference_extract":"Bees dance.Bees hum."}
        """);

    assertEquals(
        0,
        run("evaluate", "--json", "--summaries", file.toString(), "--sentences", "2"),
        program.err());

    JsonNode figures = JsonMapper.builder().build().readTree(program.out());
    assertEquals(2, figures.get("documents").asInt());
    assertEquals(
        Set.of("verbatim", "lead", "textrank", "lexrank", "oracle"),
        Set.copyOf(figures.get("systems").propertyStream().map(Map.Entry::getKey).toList()));
    assertEquals(1.0, figures.get("verbatim_rate").asDouble());
    // a: all 5 words of the reference among 9 of the lead; b: "bees dance" of 4 among 6
    double a = 100 * 2.0 * 5 / (5 + 9);
    double b = 100 * 2.0 * 2 / (4 + 6);
    assertEquals(
        (a + b) / 2, figures.at("/systems/lead/rouge1").asDouble(), 1e-3, figures.toString());
    assertTrue(figures.at("/latency_ms/p95").isNumber());
  }

  @Test
  void summaryGoesThroughSeveralArticles() throws Exception {
    Files.writeString(folder.resolve("a.txt"), "Bees\n\nBees dance. They buzz. They sleep.\n");
    Files.writeString(folder.resolve("b.txt"), "Ants\n\nAnts march. They dig. They carry.\n");

    run("summary", "--articles", folder.toString(), "--json");
    run("summary", "--articles", folder.toString(), "--sentences", "1");

    assertEquals(
        List.of("{\"article\":\"a.txt\"", "{\"article\":\"b.txt\""),
        program.out().lines().limit(2).map(line -> line.substring(0, 18)).toList());
    assertTrue(
        program.out().contains("Bees\n\n┃ ") && program.out().contains("Ants\n\n┃ "),
        program.out());
  }

  @Test
  void withoutCommandOrTokenItAnswersLineByLine() {
    input = "Who is Michael McFaul?\n\n/quit\nnever answered\n";

    assertEquals(0, run());

    assertTrue(program.out().startsWith("┃ Michael McFaul"), program.out());
    assertFalse(program.out().contains("\n\n"), program.out());
  }

  @Test
  void withoutCommandButWithATokenItRunsTheBot() {
    program.environment.put("TELEGRAM_BOT_TOKEN", TOKEN);

    assertEquals(0, run());

    assertTrue(Files.exists(folder.resolve("state/heartbeat")));
  }

  @Test
  void botWithoutATokenSaysHowToGetOne() {
    assertEquals(78, run("bot"));

    assertTrue(
        program.err().contains("@BotFather") && program.err().contains("TELEGRAM_BOT_TOKEN"),
        program.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ask",
        "ask| ",
        "ask|\t\n",
        "ask|who?|--nonsense",
        "evaluate",
        "evaluate|golden.tsv|--summaries|two.jsonl",
        "evaluate|--sentences|3",
        "evaluate|--summaries|two.jsonl|--sentences|0",
        "evaluate|--summaries|two.jsonl|--folds|1",
        "evaluate|golden.tsv|--folds|4",
        "summary|--sentences|0",
        "summary|--sentences|100",
        "summary|--sentences|many",
        "chat|hello",
        "nonsense",
        "--nonsense",
      })
  void wrongCommandLinesAreRefused(String line) {
    assertEquals(64, run(line.split("\\|")));

    assertTrue(program.err().startsWith("verbatim: "), program.err());
    assertTrue(program.err().contains("--help'."), program.err());
    assertEquals("", program.out());
  }

  @Test
  void unreadableArticlesAreRefused() throws Exception {
    Path article = Files.write(folder.resolve("latin.txt"), new byte[] {'a', (byte) 0xe9, 'b'});

    assertEquals(65, run("ask", "who?", "--articles", article.toString()));

    assertTrue(program.err().contains("latin.txt:1: "), program.err());
  }

  @Test
  void wrongSettingsAreRefused() {
    program.environment.put("TELEGRAM_POLL_TIMEOUT", "1 h");

    assertEquals(78, run("ask", "who?"));

    assertTrue(
        program.err().startsWith("verbatim: environment variable TELEGRAM_POLL_TIMEOUT: "),
        program.err());
  }

  @Test
  void indexThatCannotBeKeptNamesTheSetting() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    program.environment.put("VERBATIM_INDEX_FOLDER", folder.resolve("file/index").toString());

    assertEquals(78, run("ask", "who?"));

    assertTrue(program.err().contains("VERBATIM_INDEX_FOLDER"), program.err());
  }

  @Test
  void failuresAreOneLineUnlessMoreIsWanted() {
    program.environment.put("TELEGRAM_BOT_TOKEN", TOKEN);
    failing = true;

    assertEquals(70, run("bot"));
    assertEquals("verbatim: java.lang.IllegalStateException: broken\\nby (token)\n", program.err());
    program.forget();

    assertEquals(70, run("bot", "--verbose"));
    assertTrue(program.err().contains("\tat io.verbatim.app."), program.err());
    assertFalse(program.err().contains(TOKEN), program.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ask|", "summary|", "chat|", "bot|", "doctor|"})
  void everyLevelHasHelpAndVersion(String command) {
    assertEquals(0, run((command + "--help").split("\\|")));
    assertTrue(
        program.out().startsWith("Usage: verbatim " + command.replace("|", "")), program.out());
    program.forget();

    assertEquals(0, run((command + "--version").split("\\|")));
    assertTrue(program.out().matches("verbatim \\d+\\.\\d+\\.\\d+\\S*\n"), program.out());
  }

  private int run(String... args) {
    return program.run(Program.PROJECT, input, this::messenger, args);
  }

  /** Serves one request and polls once, or fails. */
  private Messenger messenger(
      Settings settings,
      Token token,
      Verbatim verbatim,
      State state,
      MeterRegistry meters,
      Runnable goodPoll) {
    return new Messenger() {
      @Override
      public Exit run() {
        if (failing) {
          throw new IllegalStateException("broken\nby " + TOKEN);
        }
        verbatim.responder().respond(new Request.Message("/help", Locale.ENGLISH));
        goodPoll.run();
        return Exit.OK;
      }

      @Override
      public void stop() {}
    };
  }
}
