package io.verbatim.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.verbatim.article.Address;
import io.verbatim.article.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          He says that Putin has been seeking revenge. | true
          It is said that he now intended to isolate.   | true
          “They came at night,” Berg said.              | true
          This year was dry.                            | true
          Item one was passed.                          | false
          Theirs was a draw, Henry said.                | false
          Michael McFaul says that he knows.            | false
          """)
  void knowsAPronounAtTheStart(String text, boolean expected) {
    assertEquals(expected, sentence(text).startsWithPronoun());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          But critics disagree.                   | true
          However, time went by.                  | true
          Berg said: "It was dark.                | true
          The door “opened.                       | true
          "It was dark," Berg said.               | false
          Soon the rain stopped.                  | false
          """)
  void knowsAThoughtThatGoesOn(String text, boolean expected) {
    assertEquals(expected, sentence(text).goesOn());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Profits jumped 76% to $1.13bn.      | true
          About 2011.5 litres fell.           | true
          Some 20,000 came.                   | true
          Back in 2011 she was the Secretary. | false
          Since 1999, in 2004.                | false
          Nobody came.                        | false
          """)
  void countsFiguresButNotYears(String text, boolean expected) {
    assertEquals(expected, sentence(text).hasFigure());
  }

  private static Candidate sentence(String text) {
    return new Candidate(0, new Address("bees.txt", 1, new Span(0, text.length())), 0, text);
  }
}
