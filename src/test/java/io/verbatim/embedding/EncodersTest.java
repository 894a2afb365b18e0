package io.verbatim.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodersTest {
  private static Encoders encoders;

  @BeforeAll
  static void load() throws Exception {
    encoders = Encoders.load();
  }

  @AfterAll
  static void close() {
    encoders.close();
  }

  @Test
  void whatMeansTheSameIsNearerThanWhatSharesWords() {
    for (SentenceEncoder encoder : new SentenceEncoder[] {encoders.miniLm(), encoders.bge()}) {
      float[] question = encoder.question("Who was the American envoy in Moscow?").vector();
      float[] same = encoder.passage("He served as US ambassador to Russia.").vector();
      float[] other =
          encoder.passage("Moscow was cold when the American rock band played.").vector();

      assertTrue(dot(question, same) > dot(question, other));
    }
  }

  @Test
  void vectorsHaveLengthOneAndAreTheSameEveryTime() {
    float[] vector = encoders.miniLm().passage("Bees dance.").vector();

    assertEquals(384, vector.length);
    assertEquals(1, dot(vector, vector), 1e-5);
    assertArrayEquals(vector, encoders.miniLm().passage("Bees dance.").vector());
  }

  @Test
  void tokensStandWhereTheyWereRead() {
    String text = "👑 Russia’s café, 2016: naïve 🐝!";

    Encoding encoding = encoders.bge().passage(text);

    String read =
        IntStream.range(0, encoding.size())
            .mapToObj(i -> text.substring(encoding.start(i), encoding.end(i)))
            .reduce("", String::concat);
    assertTrue(read.contains("Russia") && read.contains("café") && read.contains("2016"), read);
  }

  @Test
  void tokensOfAQuestionAreItsOwn() {
    Encoding encoding = encoders.bge().question("Who?");

    assertEquals(0, encoding.start(0));
    assertEquals("Who?", "Who?".substring(0, encoding.end(encoding.size() - 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\0", "\uD83D", "👨‍👩‍👧‍👦", "שלום العربية"})
  void readsTextOfAnyContent(String text) {
    assertEquals(384, encoders.miniLm().passage(text).vector().length);
  }

  @Test
  void halfACharacterDoesNotMoveWhatFollows() {
    String text = "\uD83D queen bee";

    Encoding encoding = encoders.miniLm().passage(text);

    int last = encoding.size() - 1;
    assertEquals("bee", text.substring(encoding.start(last), encoding.end(last)));
  }

  @Test
  void readsTextOfAnyLength() {
    String text = "The queen bee lives in the hive. ".repeat(200);

    Encoding encoding = encoders.miniLm().passage(text);

    assertTrue(encoding.size() > 1500);
    assertEquals(text.stripTrailing().length(), encoding.end(encoding.size() - 1));
  }

  @Test
  void theNativeLibraryDoesNotReportHome() throws Exception {
    try (var library =
        EncodersTest.class.getResourceAsStream(
            "/ai/onnxruntime/native/linux-x64/libonnxruntime.so")) {
      assertFalse(
          new String(library.readAllBytes(), StandardCharsets.ISO_8859_1)
              .contains("Telemetry system"),
          "see docs/adr/0007-no-telemetry.md");
    }
  }

  private static double dot(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }
}
