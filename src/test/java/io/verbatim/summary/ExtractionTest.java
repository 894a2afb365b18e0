package io.verbatim.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Address;
import io.verbatim.article.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExtractionTest {
  private static final Weights WEIGHTS = Weights.shipped();

  @Test
  void startsABriefSummaryOfNewsAtTheTop() {
    var news =
        article(
            "The river Aller flooded the old town of Celle on Monday.",
            "Firefighters pumped water from 40 cellars of the old town.",
            "The town had asked for a higher dam on the river.",
            "Shops in the old town stay closed until Friday.",
            "A dam would have cost the town two million euros.",
            "Schools were not hit.",
            "The next council meets in May.");

    assertEquals(List.of(0), select(news, 1));
  }

  @Test
  void leavesOutASentenceThatLeansOnOneLeftOut() {
    var article =
        article(
            "Anna Berg keeps bees on the roof of the theatre.",
            "She sells honey of the bees on the roof in the theatre.",
            "Visitors of the theatre taste honey of the roof bees.",
            "Tickets cost 5 euros.");

    for (int count = 1; count <= 4; count++) {
      List<Integer> chosen = select(article, count);

      assertTrue(!chosen.contains(1) || chosen.contains(0), () -> "leaning: " + chosen);
    }
  }

  @Test
  void bringsThePersonWithThePronoun() {
    var article =
        article(
            "Rain fell on the coast.",
            "Anna Berg spoke.",
            "She keeps bees, sells honey of the bees and shows the hives of the bees to schools.",
            "Schools visit the hives of the bees for honey.",
            "Honey of the bees is sold in schools.");

    List<Integer> chosen = select(article, 4);

    assertTrue(chosen.containsAll(List.of(1, 2)), chosen::toString);
  }

  @Test
  void hearsEverySectionWhenThereIsRoom() {
    var article =
        List.of(
            candidate(0, 0, "Bees make honey from nectar."),
            candidate(1, 0, "Honey of bees keeps for years."),
            candidate(2, 0, "Bees store honey in wax."),
            candidate(3, 1, "The weather was fine."),
            candidate(4, 2, "Ships sail at noon."));

    List<Integer> chosen = select(article, 3);

    assertEquals(List.of(0, 1, 2), chosen.stream().map(i -> article.get(i).section()).toList());
  }

  @Test
  void doesNotSayTheSameTwice() {
    var article =
        article(
            "Bees make honey from the nectar of flowers.",
            "Bees make honey from the nectar of flowers.",
            "Flowers feed the bees of the valley with nectar.",
            "The valley has 30 keepers of bees.");

    List<Integer> chosen = select(article, 2);

    assertTrue(!chosen.containsAll(List.of(0, 1)), chosen::toString);
  }

  @Test
  void givesEveryNumberOfSentencesAskedForInReadingOrder() {
    var article = article("One bee.", "Two bees.", "It hums.", "But why?", "He said: \"Go.");

    for (int count = 1; count <= 7; count++) {
      List<Integer> chosen = select(article, count);

      assertEquals(Math.min(count, 5), chosen.size());
      assertEquals(chosen.stream().sorted().toList(), chosen);
    }
  }

  @Test
  void weighsTheStartLessTheMoreIsAskedForAndTheLessTypicalItIs() {
    double[] pyramid = {1.5, 1, 0.5, 0, 0, -0.5, -0.5, -1, -1};
    double[] essay = {-1, -1, -0.5, 0, 0, 0.5, 0.5, 1, 1.5};

    // 1 of 9: 1 / 3 is brief; 3 of 9: 3 / 3 is two thirds of the way from 0.6 to 1.2; 6 / 3 is
    // broad
    assertEquals(1, Extraction.newsShare(pyramid, 1), 1e-9);
    assertEquals(1 / 3.0, Extraction.newsShare(pyramid, 3), 1e-9);
    assertEquals(0, Extraction.newsShare(pyramid, 6), 1e-9);
    assertEquals(0.5, Extraction.newsShare(essay, 1), 1e-9);
  }

  @Test
  void hasNothingToSayOfNothing() {
    assertEquals(List.of(), select(List.of(), 3));
  }

  private static List<Candidate> article(String... sentences) {
    return IntStream.range(0, sentences.length)
        .mapToObj(i -> candidate(i, 0, sentences[i]))
        .toList();
  }

  private static Candidate candidate(int place, int section, String text) {
    var address = new Address("bees.txt", place + 1, new Span(0, text.length()));
    return new Candidate(place, address, section, text);
  }

  private static List<Integer> select(List<Candidate> article, int count) {
    return new Extraction(article).select(WEIGHTS, count);
  }
}
