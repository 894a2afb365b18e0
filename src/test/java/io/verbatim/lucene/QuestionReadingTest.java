package io.verbatim.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionReadingTest {
  @ParameterizedTest
  @CsvSource({
    "Who said so?, true",
    "WHO’S McFaul?, true",
    "'what''s new', true",
    "'Didn''t Obama warn Putin?', true",
    "is putin guilty, true",
    "leaked documents Democrats, false", // nothing is asked
    "Was hat er in Moskau gesagt?, false",
    "Was sagt Theresa May?, false",
    "'Quel est l''ambassadeur des US en Russie ?', false",
    "¿No se ve a Putin en Rusia?, false",
    "Кто такой Макфол?, false",
  })
  void tellsEnglishFromTheOtherLanguagesByItsLittleWords(String question, boolean english) {
    assertEquals(english, QuestionReading.of(question, new EnglishText()).asksInEnglish());
  }
}
