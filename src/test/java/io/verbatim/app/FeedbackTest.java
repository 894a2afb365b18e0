package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.SentMessage;
import io.verbatim.botapi.Updates;
import io.verbatim.botapi.Updates.MessageUpdate;
import io.verbatim.journal.Change;
import io.verbatim.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From what readers ask and how they vote to the figures and files that the operator gets. */
@Timeout(180)
class FeedbackTest {
  private static final String ARTICLE = "000_b0f3f335b0cbade1.txt";
  private static final String QUESTION = "Who was the US ambassador to Russia?";
  private static final String OTHER = "Who is the president of Russia?";
  private static final String OFF_TOPIC = "How do I get red wine out of a carpet?";
  private static final long READER = 1;
  private static final long ADMIN = 42;

  private final BotApiDouble server = new BotApiDouble();

  @TempDir Path folder;
  private Program program;

  @BeforeEach
  void set() {
    program = new Program(folder).at(server);
    program.environment.put("TELEGRAM_ADMINS", Long.toString(ADMIN));
  }

  @AfterEach
  void endedWell() {
    program.stop();
    server.close();
  }

  @Test
  void anAdminGetsFiguresAfterThreeQuestions() {
    program.start();
    ask(READER, QUESTION);
    SentMessage answer = ask(READER, OTHER);
    ask(READER, OFF_TOPIC);
    vote(answer, OTHER, "👍");

    String figures = figures();

    assertTrue(figures.startsWith("Questions: 3. Quoted: 2, related: 0, not covered: 1."), figures);
    assertTrue(figures.contains("Half of the replies took at most "), figures);
    assertTrue(figures.contains("Votes: 1 👍, 0 👎."), figures);
    assertTrue(figures.contains("Most asked:\n2 × "), figures);
    assertFalse(figures.contains("carpet"), figures);
  }

  @Test
  void whoIsNoAdminGetsNoFigures() {
    program.start();
    ask(READER, QUESTION);

    assertEquals(ask(READER, "/nonsense").text(), ask(READER, "/stats").text());
  }

  @Test
  void anAdminSeesWhatWasNotCoveredWhereQuestionsAreKept() {
    program.environment.put("VERBATIM_FEEDBACK_KEEP_QUESTIONS", "on");
    program.start();
    ask(READER, OFF_TOPIC);

    String figures = figures();

    assertTrue(figures.contains("Asked and not covered:\n1 × " + OFF_TOPIC), figures);
    assertTrue(ask(READER, "/privacy").text().contains("the words of a question are kept"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "on"})
  void questionsAreOnDiskAfterAVoteOnlyIfTheyAreKept(String keeping) throws Exception {
    program.environment.put("VERBATIM_FEEDBACK_KEEP_QUESTIONS", keeping);
    program.start();
    vote(ask(READER, QUESTION), QUESTION, "👍");
    ask(READER, OFF_TOPIC);
    ask(READER, OTHER); // the last one, which the next may lean on
    program.stop();

    assertEquals(keeping.equals("on"), isOnDisk(QUESTION));
    assertEquals(keeping.equals("on"), isOnDisk(OFF_TOPIC));
    assertTrue(isOnDisk(OTHER));
  }

  @Test
  void aVoteIsForTheQuestionOfItsAnswerAndNotForTheLastOne() throws Exception {
    program.environment.put("VERBATIM_FEEDBACK_KEEP_QUESTIONS", "on");
    program.start();
    SentMessage answer = ask(READER, QUESTION);
    ask(READER, OTHER);
    vote(answer, QUESTION, "👎");
    program.stop();

    assertEquals(0, program.run("feedback", "export"), program.err());

    assertEquals("question\tanswer\tnote\n# " + QUESTION + "\t5:1\t0 👍 1 👎\n", program.out());
  }

  @Test
  void whatWasKeptIsExportedBesideTheBotAndCanBeMeasured() throws Exception {
    Path file = folder.resolve("kept.tsv");
    try (var journal = journal()) {
      journal.keep(voted(1, true, QUESTION));
      journal.keep(voted(2, true, QUESTION));
      journal.keep(voted(3, false, "Who is\nMcFaul?"));
      journal.keep(voted(4, true, OFF_TOPIC + " Really?"));
      journal.keep(
          new Change.Asked(
              "not-covered",
              Optional.empty(),
              Optional.empty(),
              Duration.ofMillis(9),
              Optional.of("# " + OFF_TOPIC)));

      assertEquals(0, program.run("feedback", "export", file.toString()), program.err());
    }

    assertEquals(
        List.of(
            "question\tanswer\tnote",
            QUESTION + "\t5:1\t2 👍 0 👎",
            "# Who is McFaul?\t5:1\t0 👍 1 👎",
            "# " + OFF_TOPIC + " Really?\tnone\t1 👍 0 👎, not answered now",
            OFF_TOPIC + "\tnone\tnot covered, 1 ×"),
        Files.readAllLines(file));
    assertEquals(0, program.run("evaluate", "--json", "--words", file.toString()), program.err());
    JsonNode figures = JsonMapper.builder().build().readTree(program.out());
    assertEquals(1, figures.path("questions").asInt(), figures::toString);
    assertEquals(1.0, figures.path("sentence_hit_at_1").asDouble(), figures::toString);
    assertTrue(figures.path("near_topic_auroc").isNumber(), "it has one without an answer");
  }

  @Test
  void anExportOfNothingSaysHowToKeepQuestions() throws Exception {
    Path file = folder.resolve("kept.tsv");
    try (var journal = journal()) {
      journal.keep(new Change.Voted(READER, 1, READER, ARTICLE, true, Optional.empty()));
    }

    assertEquals(0, program.run("feedback", "export", file.toString()));

    assertTrue(program.err().contains("VERBATIM_FEEDBACK_KEEP_QUESTIONS=on"), program.err());
    assertFalse(Files.exists(file));
  }

  private static Change voted(int message, boolean good, String question) {
    return new Change.Voted(READER, message, READER, ARTICLE, good, Optional.of(question));
  }

  private Journal journal() throws IOException {
    Path state = Files.createDirectories(folder.resolve("state"));
    return Journal.open(
        state.resolve("journal-" + BotApiDouble.BOT + ".db"), InstantSource.system());
  }

  private SentMessage ask(long reader, String words) {
    MessageUpdate update = Updates.inPrivate(reader, words);
    int before = server.messages(reader).size();
    server.enqueue(update);
    server.await("reply", _ -> server.messages(reader).size() > before, Duration.ofMinutes(1));
    return server.messages(reader).getLast();
  }

  private void vote(SentMessage answer, String question, String label) {
    ObjectNode update =
        Updates.press(answer.chat(), answer.id(), answer.chat(), answer.button(label));
    ((ObjectNode) update.at("/callback_query/message"))
        .set("reply_to_message", Updates.inPrivate(answer.chat(), question).message());
    int before = server.calls("answerCallbackQuery").size();
    server.enqueue(update);
    server.awaitCalls("answerCallbackQuery", before + 1);
  }

  /** What an admin is told, once all that the reader did is recorded: a chat is handled in turn. */
  private String figures() {
    ask(READER, "thanks");
    return ask(ADMIN, "/stats").text();
  }

  private boolean isOnDisk(String words) throws IOException {
    try (var files = Files.walk(folder.resolve("state"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(words)) {
          return true;
        }
      }
    }
    return false;
  }
}
