package io.verbatim.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContradictionTest {
  @ParameterizedTest
  @CsvSource({
    "1, Why did prices rise?, Prices FELL in May.",
    "1, Who won the war in the east?, The war in the east was lost.",
    "2, When did imports increase?, Exports declined in May.",
    "0, Why did prices rise?, 'Prices rose, then fell.'",
    "0, Why did prices rise?, Nobody knows.",
    "0, Where is the sunrise best?, It is lower in the valley.",
    "0, What did they find?, They lost it."
  })
  void countsWordsWhoseContraryStandsInTheSentenceAlone(
      int number, String question, String sentence) {
    assertEquals(number, Contradiction.contraries(question, sentence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"It is not so.", "They DON’T say.", "An unlikely story."})
  void seesNegations(String text) {
    assertTrue(Contradiction.negates(text));
  }

  @Test
  void takesNoOtherWordForANegation() {
    assertFalse(Contradiction.negates("The united uncle discussed a note."));
  }
}
