package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.verbatim.evaluation.SquadFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
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
  private Program program;

  @BeforeEach
  void set() {
    program = new Program(folder);
  }

  @Test
  void everyFileIsOneJsonObjectOnOneLine() throws Exception {
    SquadFile.write(folder.resolve("few.json"), 0, 2, false);
    SquadFile.write(folder.resolve("more.json"), 0, 3, true);

    assertEquals(0, run("--words", "--json", "few.json", "more.json"), program.err());

    List<String> lines = program.out().lines().toList();
    assertEquals(2, lines.size(), program.out());
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

    assertEquals(0, run("--words", "few.json", "more.json"), program.err());

    assertTrue(program.out().startsWith("few\nquestions                 6\n"), program.out());
    assertTrue(program.out().contains("more\nquestions                 9\n"), program.out());
  }

  @Test
  void missesAreATable() throws Exception {
    Path file = SquadFile.write(folder.resolve("few.json"), 0, 2, false);
    String wrong = Files.readString(file).replace("\"answer_start\":2", "\"answer_start\":42");
    Files.writeString(file, wrong);

    assertEquals(0, run("--words", "--misses", "few.json"), program.err());

    assertTrue(program.out().startsWith("ARTICLE "), program.out());
    assertTrue(program.out().contains("QUESTION"), program.out());
    assertTrue(program.out().contains("Who likes the otter?"), program.out());
  }

  @Test
  void drawsTheCurves() throws Exception {
    SquadFile.write(folder.resolve("few.json"), 0, 3, false);

    assertEquals(0, run("--words", "--plot", "curves.png", "few.json"), program.err());

    var image = ImageIO.read(folder.resolve("curves.png").toFile());
    assertTrue(image.getWidth() > image.getHeight(), "two charts side by side");
  }

  @Test
  void fitsAndWritesTheResources() throws Exception {
    SquadFile.write(folder.resolve("some.json"), 0, 9, false);
    SquadFile.write(folder.resolve("near.json"), 0, 9, true);

    assertEquals(
        0, run("--words", "--fit", "--out", "fitted", "some.json", "near.json"), program.err());

    assertTrue(
        program.out().startsWith("Reading: words; 4-fold cross-validation over articles\n"),
        program.out());
    String weights = Files.readString(folder.resolve("fitted/weights-words.properties"));
    String calibration = Files.readString(folder.resolve("fitted/calibration-words.properties"));
    assertTrue(weights.contains("\nbm25-sentence = "), weights);
    assertTrue(calibration.contains("\nintercept = "), calibration);
    assertEquals(54, Files.readAllLines(folder.resolve("fitted/lessons.jsonl")).size());
  }

  @Test
  void aMissingReaderIsNamed() throws Exception {
    SquadFile.write(folder.resolve("some.json"), 0, 9, false);

    assertEquals(78, run("--fit", "--readers", "trained", "some.json"));

    assertTrue(program.err().contains("trained/reader-0.onnx: --readers wants"), program.err());
  }

  @Test
  void tooFewArticlesToFitAreRefusedInPlainWords() throws Exception {
    SquadFile.write(folder.resolve("one.json"), 0, 1, false);

    assertEquals(65, run("--words", "--fit", "one.json"));

    assertTrue(program.err().contains("too few articles"), program.err());
  }

  @Test
  void aFileThatIsNoJsonIsNamed() throws Exception {
    Files.writeString(folder.resolve("broken.json"), "x");

    assertEquals(65, run("--words", "broken.json"));

    assertTrue(program.err().contains("broken.json: no JSON"));
  }

  private int run(String... arguments) {
    return program.run(
        folder, Stream.concat(Stream.of("evaluate"), Stream.of(arguments)).toArray(String[]::new));
  }
}
