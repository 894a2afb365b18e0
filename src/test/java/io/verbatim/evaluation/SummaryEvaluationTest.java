package io.verbatim.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.summary.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryEvaluationTest {
  /** In every story the one sentence with a figure, in another place each time, is the summary. */
  private static final String FIGURES =
      """
      {"id":"a","article":"Rain fell. The river rose. 40 cellars were full. Nobody was hurt. Shops shut.","summary":"40 cellars were full."}
      {"id":"b","article":"Bees dance. Bees hum. Bees rest. Hives hold 900 litres of it. Ants march.","summary":"Hives hold 900 litres of it."}
      {"id":"c","article":"A ship sank. It cost $70,000 to lift. Divers went down. The sea was calm. Gulls cried.","summary":"It cost $70,000 to lift."}
      {"id":"d","article":"Wheat grows. Rye grows. Oats grow. Barley grows. Prices rose 12 percent.","summary":"Prices rose 12 percent."}
      """;

  @TempDir Path folder;

  @Test
  void seesThatTheOracleIsNeverBelowTheOthers() throws Exception {
    SummaryFigures figures = evaluation(1).run();

    double oracle = figures.systems().getOrDefault("oracle", new Rouge(0, 0, 0)).rouge1();
    assertEquals(1, oracle, 1e-9);
    figures.systems().values().forEach(rouge -> assertTrue(rouge.rouge1() <= oracle));
    assertEquals(4, figures.documents());
    assertEquals(1, figures.verbatimRate());
  }

  @Test
  void countsSentencesThatStartWithAnUnresolvedPronoun() throws Exception {
    // of the sentences that the oracle takes one starts with "It", and the one before is left out
    SummaryFigures figures = evaluation(1).run();

    assertEquals(0.25, figures.unresolvedPronouns().get("oracle"));
    assertEquals(0.0, figures.unresolvedPronouns().get("lead"));
  }

  @Test
  void theIntervalOfADifferenceHoldsTheDifference() throws Exception {
    SummaryFigures figures = evaluation(1).run();

    var interval = figures.above("oracle").getOrDefault("rouge1", new Figures.Interval(1, 1));
    assertTrue(interval.low() <= interval.high() && interval.high() <= 0, interval.toString());
  }

  @Test
  void fitsTheWeightsToWhatTheReferencesHave() throws Exception {
    var evaluation = evaluation(1);

    Weights fitted = new SummaryFit(List.of(evaluation)).fit();

    double before =
        evaluation
            .run(List.of(new Weights(1, 0, 0, 0, 0, 0, 1)))
            .systems()
            .getOrDefault("verbatim", new Rouge(0, 0, 0))
            .rouge1();
    double after =
        evaluation
            .run(List.of(fitted))
            .systems()
            .getOrDefault("verbatim", new Rouge(0, 0, 0))
            .rouge1();
    assertTrue(after > before, before + " to " + after + " with " + fitted);
  }

  @Test
  void fitsEachFoldWithoutItsOwnArticles() throws Exception {
    List<Weights> folds = new SummaryFit(List.of(evaluation(1))).folds(2);

    assertEquals(2, folds.size());
    assertEquals(folds, new SummaryFit(List.of(evaluation(1))).folds(2));
  }

  private SummaryEvaluation evaluation(int sentences) throws IOException {
    Path file = Files.writeString(folder.resolve("set.jsonl"), FIGURES);
    return new SummaryEvaluation(SummarySet.read(file), sentences);
  }
}
