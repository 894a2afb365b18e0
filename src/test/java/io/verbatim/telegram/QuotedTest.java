package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.verbatim.bot.Request.Attached.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telegram.telegrambots.meta.api.objects.EntityType;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.TextQuote;
import org.telegram.telegrambots.meta.api.objects.message.Message;

class QuotedTest {
  private static final String FIRST = "Bees dance. Bees hum.";
  private static final String SECOND = "Bees sting.";
  private static final String ANSWER = FIRST + "\n[1] ¶ 1 of 2\n\n" + SECOND + "\n[2] ¶ 2 of 2";

  @Test
  void givesTheMarkedWordsOfEachPassageOrAllOfIt() {
    assertEquals(
        List.of(new Passage("Bees hum.", "[1] ¶ 1 of 2"), new Passage(SECOND, "[2] ¶ 2 of 2")),
        Quoted.in(answer()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ance. Bees h              | Bees hum.
          sting                     | Bees sting.
          [1] ¶ 1                   | Bees hum.
          [2] ¶ 2 of 2              | Bees sting.
          """)
  void givesThePassageThatSelectedWordsTouchOrStandUnder(String selected, String passage) {
    assertEquals(List.of(passage), words(Quoted.at(selected(selected), answer())));
  }

  @Test
  void givesAllPassagesThatSelectedWordsRunOver() {
    assertEquals(
        List.of("Bees hum.", SECOND),
        words(Quoted.at(selected("hum.\n[1] ¶ 1 of 2\n\nBees"), answer())));
  }

  @Test
  void takesTheDifferencesOfAComparisonForNoAnswer() {
    Message answer = answer();
    answer.setEntities(
        List.of(
            entity(MessageWriter.BLOCKQUOTE, FIRST),
            entity(EntityType.BOLD, "dance"),
            entity(EntityType.BOLD, "hum")));

    assertEquals(List.of(FIRST), words(Quoted.in(answer)));
  }

  @Test
  void passesOverWhatLiesOutsideTheText() {
    Message answer = answer();
    answer.setEntities(
        List.of(
            new MessageEntity(MessageWriter.BLOCKQUOTE, -1, 5),
            new MessageEntity(MessageWriter.BLOCKQUOTE, 0, 0),
            new MessageEntity(MessageWriter.BLOCKQUOTE, 5, Integer.MAX_VALUE)));

    assertEquals(List.of(), Quoted.in(answer));
  }

  @Test
  void findsSelectedWordsThatStandElsewhereThanTold() {
    TextQuote quote = selected("Bees");
    quote.setPosition(ANSWER.indexOf(SECOND) - 3);

    assertEquals(List.of(SECOND), words(Quoted.at(quote, answer())));
    quote.setText("Wasps");
    assertEquals(List.of(), Quoted.at(quote, answer()));
  }

  private static List<String> words(List<Passage> passages) {
    return passages.stream().map(Passage::words).toList();
  }

  private static Message answer() {
    var answer = new Message();
    answer.setText(ANSWER);
    answer.setEntities(
        List.of(
            entity(MessageWriter.BLOCKQUOTE, FIRST),
            entity(EntityType.BOLD, "Bees hum."),
            entity(MessageWriter.EXPANDABLE_BLOCKQUOTE, SECOND)));
    return answer;
  }

  private static MessageEntity entity(String type, String words) {
    return new MessageEntity(type, ANSWER.indexOf(words), words.length());
  }

  private static TextQuote selected(String words) {
    var quote = new TextQuote();
    quote.setText(words);
    quote.setPosition(ANSWER.indexOf(words));
    return quote;
  }
}
