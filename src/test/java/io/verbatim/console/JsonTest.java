package io.verbatim.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.verbatim.answer.Answer;
import io.verbatim.answer.Citation;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.summary.Summary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final Quote QUOTE =
      new Quote(
          "bees.txt",
          "Bees",
          Optional.of("Dances"),
          7,
          9,
          new Span(3, 14),
          "They “wag”\n",
          Optional.of(new Span(3, 13)),
          Optional.of(new Span(9, 12)));

  @Test
  void answerHasEveryFieldInOrder() {
    assertEquals(
        "{\"question\":\"How?\",\"outcome\":\"quoted\",\"quotes\":[{\"article\":\"bees.txt\","
            + "\"title\":\"Bees\",\"section\":\"Dances\",\"paragraph\":7,\"start\":3,\"end\":14,"
            + "\"text\":\"They “wag”\\n\",\"answer\":{\"start\":3,\"end\":13},\"score\":3.5}]}",
        Json.of("How?", new Answer.Quoted(List.of(new Citation(QUOTE, 3.5)))));
  }

  @Test
  void whatIsMissingIsNull() {
    var bare =
        new Quote(
            "bees.txt",
            "Bees",
            Optional.empty(),
            1,
            1,
            new Span(0, 1),
            "B",
            Optional.empty(),
            Optional.empty());

    assertEquals(
        "{\"question\":\"\\\"\",\"outcome\":\"related\",\"quotes\":[{\"article\":\"bees.txt\","
            + "\"title\":\"Bees\",\"section\":null,\"paragraph\":1,\"start\":0,\"end\":1,"
            + "\"text\":\"B\",\"answer\":null,\"score\":0.0}]}",
        Json.of("\"", new Answer.Related(List.of(new Citation(bare, 0)))));
  }

  @Test
  void notCoveredHasNoQuotes() {
    assertEquals(
        "{\"question\":\"🙂\",\"outcome\":\"not-covered\",\"quotes\":[]}",
        Json.of("🙂", new Answer.NotCovered()));
  }

  @Test
  void summaryHasItsSentences() {
    assertEquals(
        "{\"article\":\"bees.txt\",\"sentences\":[{\"paragraph\":7,\"start\":3,\"end\":14,"
            + "\"text\":\"They “wag”\\n\"}]}",
        Json.of(new Summary("bees.txt", List.of(QUOTE))));
  }
}
