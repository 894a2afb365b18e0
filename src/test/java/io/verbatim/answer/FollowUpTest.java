package io.verbatim.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          When did the queen leave?       | Why?                | Why did the queen leave
          When did the queen leave?       | and how?            | how did the queen leave
          How many bees left the hive?    | To where?           | To where bees left the hive
          How did the bees leave?         | When?               | When did the bees leave
          Did the queen leave?            | How often?          | How often Did the queen leave
          Who left the hive?              | When was that?      | When was that, left the hive
          Who left the hive?              | Who says so?        | Who says so, left the hive
          When is the queen fed?          | And later?          | later, queen fed
          """)
  void whatHasNothingOfItsOwnIsSearchedWithTheQuestionBefore(
      String before, String asked, String searched) {
    assertEquals(List.of(searched), searches(before, asked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How old is the queen?  | What does she eat?         | What does she eat, queen
          Who feeds the queen?   | And the drones?            | the drones, feeds the queen
          Who feeds the queen?   | what about drones          | what about drones, feeds the queen
          Where do bees dance?   | Which flowers are that?    | Which flowers are that, bees dance
          Where do bees dance?   | who's he helping today     | who's he helping today, bees dance
          Where do bees dance?   | How far is the meadow?     | How far is the meadow, bees dance
          """)
  void whatMayLeanIsSearchedAloneAndWithTheQuestionBefore(
      String before, String asked, String leaning) {
    assertEquals(List.of(asked, leaning), searches(before, asked));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who wrote the first book about bees?",
        "Does the keeper know that bees dance?",
        "how do I bake sourdough bread",
        "Thanks",
        "Good morning!",
        "ok",
        "lol",
        "???",
        "",
        "  "
      })
  void allElseIsSearchedAsAsked(String asked) {
    assertEquals(List.of(asked), searches("Where do bees dance?", asked));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Why?", "And then?", "What does she eat?"})
  void nothingLeansOnNothing(String asked) {
    assertEquals(List.of(asked), FollowUp.searches(asked, Optional.empty()));
    assertEquals(List.of(asked), searches("Why?", asked).stream().limit(1).toList());
  }

  @Test
  void aChainOfFollowUpsDoesNotGrow() {
    String searched = "Where do the bees of the old hive dance?";
    for (int i = 0; i < 50; i++) {
      searched = searches(searched, "And what does queen number " + i + " of them say?").getLast();
    }

    assertTrue(searched.length() < 200, searched);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-", "it ", "?", "\uD83D\uDC1D", "and ", "'"})
  void takesTheLongestMessage(String piece) {
    String longest = piece.repeat(4096 / piece.length());

    assertTrue(searches(longest, longest).size() <= 2);
  }

  private static List<String> searches(String before, String asked) {
    return FollowUp.searches(asked, Optional.of(new Exchange(before)));
  }
}
