package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.verbatim.evaluation.SquadFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final Path PROJECT = Path.of("").toAbsolutePath();

  private static final List<String> KEYS =
      List.of(
          "questions",
          "paragraph_hit_at_1",
          "paragraph_hit_at_3",
          "paragraph_mrr",
          "sentence_hit_at_1",
          "sentence_mrr",
          "off_topic_auroc",
          "near_topic_auroc",
          "coverage_at_95_precision",
          "verbatim_rate",
          "latency_ms",
          "questions_per_second");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void everyFileIsOneJsonObjectOnOneLine() throws Exception {
    SquadFile.write(folder.resolve("few.json"), 0, 2, false);
    SquadFile.write(folder.resolve("more.json"), 0, 3, true);

    assertEquals(0, run("--words", "--json", "few.json", "more.json"), err());

    List<String> lines = out().lines().toList();
    assertEquals(2, lines.size(), out());
    JsonNode few = JsonMapper.builder().build().readTree(lines.get(0));
    JsonNode more = JsonMapper.builder().build().readTree(lines.get(1));
    assertEquals(KEYS, few.propertyStream().map(Map.Entry::getKey).toList());
    assertEquals(6, few.get("questions").asInt());
    assertEquals(1.0, few.get("paragraph_hit_at_1").asDouble());
    assertEquals(1.0, few.get("verbatim_rate").asDouble());
    assertTrue(few.get("near_topic_auroc").isNull());
    assertTrue(few.get("latency_ms").get("p95").isNumber());
    assertEquals(9, more.get("questions").asInt());
    assertTrue(more.get("near_topic_auroc").isNumber());
  }

  @Test
  void everyFileHasItsTable() throws Exception {
    SquadFile.write(folder.resolve("few.json"), 0, 2, false);
    SquadFile.write(folder.resolve("more.json"), 0, 3, false);

    assertEquals(0, run("--words", "few.json", "more.json"), err());

    assertTrue(out().startsWith("few\nquestions                 6\n"), out());
    assertTrue(out().contains("more\nquestions                 9\n"), out());
  }

  @Test
  void missesAreATable() throws Exception {
    Path file = SquadFile.write(folder.resolve("few.json"), 0, 2, false);
    String wrong = Files.readString(file).replace("\"answer_start\":0", "\"answer_start\":40");
    Files.writeString(file, wrong);

    assertEquals(0, run("--words", "--misses", "few.json"), err());

    assertTrue(out().startsWith("ARTICLE "), out());
    assertTrue(out().contains("QUESTION"), out());
    assertTrue(out().contains("Who likes the otter?"), out());
  }

  @Test
  void drawsTheCurves() throws Exception {
    SquadFile.write(folder.resolve("few.json"), 0, 3, false);

    assertEquals(0, run("--words", "--plot", "curves.png", "few.json"), err());

    var image = ImageIO.read(folder.resolve("curves.png").toFile());
    assertTrue(image.getWidth() > image.getHeight(), "two charts side by side");
  }

  @Test
  void fitsAndWritesTheResources() throws Exception {
    SquadFile.write(folder.resolve("some.json"), 0, 9, false);
    SquadFile.write(folder.resolve("near.json"), 0, 9, true);

    assertEquals(0, run("--words", "--fit", "--out", "fitted", "some.json", "near.json"), err());

    assertTrue(out().startsWith("Reading: words; 4-fold cross-validation over articles\n"), out());
    String weights = Files.readString(folder.resolve("fitted/weights-words.properties"));
    String calibration = Files.readString(folder.resolve("fitted/calibration-words.properties"));
    assertTrue(weights.contains("\nbm25-sentence = "), weights);
    assertTrue(calibration.contains("\nintercept = "), calibration);
  }

  @Test
  void tooFewArticlesToFitAreRefusedInPlainWords() throws Exception {
    SquadFile.write(folder.resolve("one.json"), 0, 1, false);

    assertEquals(65, run("--words", "--fit", "one.json"));

    assertTrue(err().contains("too few articles"), err());
  }

  @Test
  void aFileThatIsNoJsonIsNamed() throws Exception {
    Files.writeString(folder.resolve("broken.json"), "x");

    assertEquals(65, run("--words", "broken.json"));

    assertTrue(err().contains("broken.json: no JSON"));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private int run(String... arguments) {
    var surroundings =
        new Surroundings(
            PROJECT,
            folder,
            Map.of("VERBATIM_INDEX_FOLDER", folder.resolve("index").toString()),
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    String[] whole = new String[arguments.length + 1];
    whole[0] = "evaluate";
    System.arraycopy(arguments, 0, whole, 1, arguments.length);
    return Cli.run(
        surroundings,
        (settings, token, verbatim, state, meters, goodPoll) -> {
          throw new AssertionError("no messenger is asked for");
        },
        whole);
  }
}
