package io.verbatim.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The seed's dialogues, answered by words alone; {@link DialogueEvaluation} measures the rest. */
class DialoguesTest {
  @Test
  void followUpsAreAnsweredByTheExchangeBeforeAndNewTopicsAreNotHarmed() throws Exception {
    Map<String, DialogueFigures> figures = DialogueEvaluation.seedByWords();

    var paragraphs = new TreeMap<String, String>();
    figures.forEach((name, f) ->
        paragraphs.put(
            name,
            "%d of %d, %d wrongly quoted"
                .formatted(f.paragraphs(), f.questions(), f.wronglyQuoted())));
    assertEquals(
        Map.of(
            "seed opening alone", "25 of 30, 0 wrongly quoted",
            "seed opening after", "25 of 30, 0 wrongly quoted",
            "seed follow_up alone", "14 of 34, 0 wrongly quoted",
            "seed follow_up after", "28 of 34, 0 wrongly quoted",
            "seed new_topic alone", "6 of 8, 0 wrongly quoted",
            "seed new_topic after", "6 of 8, 0 wrongly quoted"),
        paragraphs);
  }
}
