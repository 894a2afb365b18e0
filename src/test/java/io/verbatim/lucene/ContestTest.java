package io.verbatim.lucene;

import static io.verbatim.ranking.Evidence.MINILM_PAIRS_STANDOUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.ranking.SentenceEvidence;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContestTest {
  @Test
  void whatOneSentenceMeetsSaysMoreThanWhatAllOfThemMeet() {
    List<Double> ahead =
        standouts(
            new double[] {0.9, 0.2},
            new double[] {0.9, 0.2},
            new double[] {0.7, 0.8}, // as much in sum as 0.9 and 0.6
            new double[] {0.9, 0.2});

    assertTrue(ahead.get(2) > 0, ahead.toString());
    assertTrue(ahead.get(0) < ahead.get(2), ahead.toString());
    assertEquals(ahead.get(0), ahead.get(1));
    assertEquals(0, ahead.stream().mapToDouble(d -> d).sum(), 1e-9);
  }

  @Test
  void whatAllSentencesMeetAlikeDecidesNothing() {
    assertEquals(List.of(0.0, 0.0), standouts(new double[] {0.5}, new double[] {0.5}));
    assertEquals(
        standouts(new double[] {0.8}, new double[] {0.3}).getFirst() / 2,
        standouts(new double[] {0.8, 0.5}, new double[] {0.3, 0.5}).getFirst(),
        1e-9);
  }

  @Test
  void oneSentenceAloneAndAQuestionOfOneWordStandOutInNothing() {
    assertEquals(List.of(0.0), standouts(new double[] {0.7, 0.1}));
    assertEquals(List.of(0.0, 0.0), standouts(new double[0], new double[0]));
    assertEquals(List.of(), standouts());
  }

  private static List<Double> standouts(double[]... met) {
    var contest = new Contest();
    List<SentenceEvidence> sentences =
        Stream.of(met)
            .map(parts -> {
              var sentence = new SentenceEvidence();
              contest.enter(sentence, parts);
              return sentence;
            })
            .toList();

    contest.put(MINILM_PAIRS_STANDOUT);

    return sentences.stream().map(sentence -> sentence.get(MINILM_PAIRS_STANDOUT)).toList();
  }
}
