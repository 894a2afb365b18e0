package io.verbatim.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected values are worked out by hand; each test says how. */
class RougeTest {
  private static final double EXACT = 1e-12;

  @Test
  void countsSharedWordsPairsAndOrder() {
    // shared words: the cat sat = 3 of 4 said and 5 wanted; shared pairs: "the cat" = 1 of 3 and 4;
    // in order: the cat sat = 3
    Rouge rouge = score(List.of("The cat sat down."), List.of("The cat quietly sat there"));

    assertEquals(2.0 * 3 / (4 + 5), rouge.rouge1(), EXACT);
    assertEquals(2.0 * 1 / (3 + 4), rouge.rouge2(), EXACT);
    assertEquals(2.0 * 3 / (4 + 5), rouge.rougeL(), EXACT);
  }

  @Test
  void comparesStemsOfWordsLongerThanThreeLetters() {
    // hack leak = hacked leaks; "was" and "wa" stay apart, as no word of three letters is stemmed
    Rouge rouge = score(List.of("hacked leaks was"), List.of("hacking leak wa"));

    assertEquals(2.0 * 2 / (3 + 3), rouge.rouge1(), EXACT);
  }

  @Test
  void countsARepeatedWordAsOftenAsTheReferenceHasIt() {
    assertEquals(2.0 * 1 / (3 + 1), score(List.of("no no no"), List.of("No!")).rouge1(), EXACT);
  }

  @Test
  void unitesTheCommonWordsOfAllSentences() {
    // Lin (2004), section 3.2: reference w1 w2 w3 w4 w5; candidates w1 w2 w6 w7 w8 and w1 w3 w8 w9
    // w5:
    // the union w1 w2 w3 w5 = 4 of 10 said and 5 wanted
    Rouge rouge = score(List.of("w1 w2 w6 w7 w8", "w1 w3 w8 w9 w5"), List.of("w1 w2 w3 w4 w5"));

    assertEquals(2.0 * 4 / (10 + 5), rouge.rougeL(), EXACT);
  }

  @Test
  void seesPairsOverTheEndOfASentence() {
    // said: "one two" "two three" "three four"; wanted: "two three"
    Rouge rouge = score(List.of("One two.", "Three four."), List.of("two three"));

    assertEquals(2.0 * 1 / (3 + 1), rouge.rouge2(), EXACT);
  }

  @Test
  void isZeroWhereNothingIsShared() {
    assertEquals(new Rouge(0, 0, 0), score(List.of("alpha"), List.of("beta gamma")));
    assertEquals(new Rouge(0, 0, 0), score(List.of(), List.of("beta")));
  }

  @Test
  void cutsNumbersAtTheirPoints() {
    assertEquals(List.of("1", "13bn", "600m", "profit"), Rouge.words("$1.13bn (£600m) profits"));
  }

  private static Rouge score(List<String> summary, List<String> reference) {
    return Rouge.of(
        summary.stream().map(Rouge::words).toList(), reference.stream().map(Rouge::words).toList());
  }
}
