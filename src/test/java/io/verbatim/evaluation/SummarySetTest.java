package io.verbatim.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.evaluation.SummarySet.Summarized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummarySetTest {
  @TempDir Path folder;

  @Test
  void readsArticlesWithAndWithoutParagraphBreaks() throws Exception {
    SummarySet set =
        read(
            """
            {"id":"a","article":"Bees dance. Bees hum.","summary":"Bees dance .\\nThey hum ."}

            {"id":"b","article":"Bees dance.\\n\\nBees hum.","summary":"Bees dance ."}
            """);

    assertEquals(2, set.size());
    assertEquals(List.of("Bees dance. Bees hum."), paragraphs(set.articles().getFirst().article()));
    assertEquals(List.of("Bees dance .", "They hum ."), set.articles().getFirst().reference());
    assertEquals(List.of("Bees dance.", "Bees hum."), paragraphs(set.articles().get(1).article()));
  }

  @Test
  void partsTheGluedSentencesOfAnExtract() throws Exception {
    SummarySet set =
        read(
            """
            {"id":"b","title":"On bees","paragraphs":["It cost $1.5bn.","Berg left the U.S. House."],\
            "reference_extract":"It cost $1.5bn.Berg left the U.S. House."}
            """);

    Summarized only = set.articles().getFirst();
    assertEquals("On bees", only.article().title());
    assertEquals(List.of("It cost $1.5bn.", "Berg left the U.S. House."), only.reference());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "no JSON",
        "{}",
        "{\"article\":\"Bees.\"}",
        "{\"summary\":\"Bees.\"}",
        "{\"paragraphs\":[],\"reference_extract\":\"Bees.\"}",
        "[1]"
      })
  void refusesWhatIsNoSetOfSummaries(String text) {
    assertThrows(IOException.class, () -> read(text));
  }

  private SummarySet read(String text) throws IOException {
    return SummarySet.read(Files.writeString(folder.resolve("set.jsonl"), text));
  }

  private static List<String> paragraphs(Article article) {
    return article.paragraphs().stream().map(Paragraph::text).toList();
  }
}
