package io.verbatim.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.verbatim.article.Span;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingTest {
  @ParameterizedTest
  @CsvSource({
    "'Who is the ambassador?', 'The ambassador, Michael McFaul, agrees.', 'Michael McFaul'",
    "'Who runs the hive?', 'In Paris the hive is run by Anna Bee.', ''", // a place is a name too
    "'Who runs the hive?', 'On Monday Anna Bee took the hive over.', 'Anna Bee'",
    "'Where is the hive?', 'The hive stands in New York since May.', 'New York'",
    "'Where is the hive?', 'The hive belongs to Anna Bee.', ''",
    "'When did it open?', 'It opened on 4 July 1999 at last.', '4 July 1999'",
    "'When did it open?', 'It opened on July 4, 1999, at last.', 'July 4, 1999'",
    "'When did it open?', 'It opened in the late 1990s.', 'late 1990s'",
    "'What year did it open?', 'It opened in July 1999.', '1999'",
    "'When did it open?', 'It opened in 1999 and closed in 2004.', ''",
    "'How many eggs?', 'She lays about 2,000 eggs a day.', '2,000'",
    "'How many eggs?', 'She lays twenty-one eggs.', 'twenty-one'",
    "'How many eggs in 1999?', 'In 1999 she laid 3.5 million eggs.', '3.5 million'",
    "'How much did it cost?', 'The price was $1.5 million then.', '$1.5 million'",
    "'What percentage of bees?', 'About 60 percent of bees.', '60 percent'",
    "'How long did it take?', 'It took three weeks.', 'three weeks'",
    "'How old is he?', 'The 43-year-old bee.', '43-year-old'",
    "'How many of the 12 bees left?', 'Of 12 bees, none left.', ''",
    "'Why did he leave?', 'He left on 4 July 1999.', ''",
    "'What is it?', 'It is Paris.', ''",
  })
  void marksTheOnePhraseOfTheKindThatIsAskedFor(String question, String sentence, String phrase) {
    Optional<Span> marked = Marking.phrase(asked(question), sentence);

    assertEquals(
        phrase, marked.map(span -> sentence.substring(span.start(), span.end())).orElse(""));
  }

  private static Asked asked(String question) {
    return new Asked(question, Clues.words(question), QuestionType.of(question), Map.of());
  }

  @Test
  void longSentencesOfOneKindAreNoBurden() {
    String sentence = "A.a-a.".repeat(20_000) + "1,".repeat(20_000) + "one-".repeat(20_000);

    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          Marking.phrase(asked("Who?"), sentence);
          Marking.phrase(asked("When was it?"), sentence);
          Marking.phrase(asked("How many?"), sentence);
          Marking.phrase(asked("How long?"), sentence);
        });
  }
}
