package io.verbatim.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.embedding.SpanReader.Share;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanReaderTest {
  private static Encoders encoders;

  @BeforeAll
  static void load() throws Exception {
    encoders = Encoders.load();
  }

  @AfterAll
  static void close() {
    encoders.close();
  }

  private static List<Share> read(String question, String... sentences) {
    return encoders.reader().orElseThrow().read(question, List.of(sentences));
  }

  @ParameterizedTest
  @CsvSource({
    "'Who built the bridge?', 'The bridge was built by Anna Bee.', 'The bridge was built in 1903.'",
    "'When was the bridge built?', 'The bridge was built in 1903.', 'The bridge was built by Anna"
        + " Bee.'",
    "'Why was the bridge closed?', 'It was closed because the river had risen.', 'The bridge was"
        + " closed on Monday.'",
    "'How many people crossed it?', 'Some 4,000 people crossed it that day.', 'People crossed it in"
        + " the rain.'",
  })
  void whatAnswersGetsMoreThanWhatSharesTheWords(String question, String right, String wrong) {
    List<Share> shares = read(question, wrong, right);

    assertTrue(shares.get(1).start() > shares.get(0).start(), shares.toString());
    assertTrue(shares.get(1).end() > shares.get(0).end(), shares.toString());
  }

  @Test
  void sharesAreProbabilitiesAndLeaveRoomForNone() {
    List<Share> shares =
        read("What is the capital of Australia?", "Bees dance.", "", "The hive is old.");

    assertEquals(3, shares.size());
    assertTrue(shares.stream().allMatch(s -> s.start() >= 0 && s.end() >= 0), shares.toString());
    assertEquals(new Share(0, 0), shares.get(1), "nothing to read, no answer");
    assertTrue(shares.stream().mapToDouble(Share::start).sum() < 0.5, shares.toString());
    assertTrue(shares.stream().mapToDouble(Share::end).sum() < 0.5, shares.toString());
  }

  @Test
  void aSentenceIsReadWithTheOneBeforeIt() {
    String born = "She was born in the town of Lowell.";

    List<Share> builder = read("Where was Anna Bee born?", "Anna Bee was a builder.", born);
    List<Share> other = read("Where was Anna Bee born?", "Carla Fly was a baker.", born);

    assertTrue(builder.get(1).start() > other.get(1).start(), builder + " " + other);
  }

  @Test
  void fourSentencesFitHoweverLongTheyAreAndMoreAreRefused() {
    String story = "bees and ".repeat(400);

    assertEquals(4, read(story, story, story, story, story).size());
    assertThrows(
        IllegalArgumentException.class, () -> read(story, story, story, story, story, "5."));
  }

  @Test
  void whatIsAskedAtTheEndOfALongStoryIsRead() {
    String story = "I have been walking along the river for a while this morning. ".repeat(9);
    String built = "The bridge was built in 1903.";
    String by = "The bridge was built by Anna Bee.";

    List<Share> who = read(story + "Who built the bridge?", built, by);
    List<Share> when = read(story + "When was the bridge built?", built, by);

    assertTrue(who.get(1).start() > who.get(0).start(), who.toString());
    assertTrue(when.get(1).start() < when.get(0).start(), when.toString());
  }

  @Test
  void theSameIsReadTheSameEveryTime() {
    String[] sentences = {"Anna Bee built it.", "It is a bridge of some size, they say."};

    assertEquals(read("Who built it?", sentences), read("Who built it?", sentences));
  }

  @Test
  void whatIsTooLongIsCut() {
    String longest = "word ".repeat(2000);

    assertEquals(
        read(longest, longest, "Anna Bee built it. 🐝"),
        read(longest + longest, longest + longest, "Anna Bee built it. 🐝"));
  }
}
