package io.verbatim.summary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  @Test
  void comparesWordCounts() {
    // (bee 1, honey 1) and (bee 2, wax 1): 2 / (√2 · √5)
    double[][] similarity =
        Similarity.ofWords(List.of(List.of("bee", "honey"), List.of("bee", "bee", "wax")));

    assertEquals(2 / Math.sqrt(10), similarity[0][1], 1e-12);
    assertEquals(similarity[0][1], similarity[1][0]);
    assertEquals(0, similarity[0][0]);
  }

  @Test
  void isZeroForASentenceWithoutWords() {
    assertArrayEquals(
        new double[] {0, 0}, Similarity.ofWords(List.of(List.of(), List.of("bee")))[0]);
  }

  @Test
  void ranksTheMiddleOfAChainHighest() {
    // a - b - c: a = 0.05 + 0.85 b / 2, b = 0.05 + 0.85 (a + c), a + b + c = 1
    double[] rank = Similarity.pageRank(new double[][] {{0, 1, 0}, {1, 0, 1}, {0, 1, 0}});

    assertArrayEquals(new double[] {0.475 / 1.85, 0.9 / 1.85, 0.475 / 1.85}, rank, 1e-6);
  }

  @Test
  void ranksUnlikeSentencesTheSame() {
    assertArrayEquals(new double[] {0.5, 0.5}, Similarity.pageRank(new double[2][2]), 1e-12);
  }

  @Test
  void cutsTheCommonestEndings() {
    assertEquals(
        List.of("agency", "hack", "leak", "russia", "boss"),
        Words.content("The agencies hacked, leaking Russia’s boss"));
  }
}
