package io.verbatim.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
  private static final String BREAK = " ¦ ";
  private static final SentenceSplitter SPLITTER = new SentenceSplitter();

  static List<String> passages() throws IOException {
    try (var in = SentenceSplitterTest.class.getResourceAsStream("sentences.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("passages")
  void breaksWhereAReaderWould(String passage) {
    assertEquals(passage, split(passage.replace(BREAK, " ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We have three reasons. ¦ 1. Money is short. ¦ 2. Time is short.",
        "1. Money is short.",
        "It airs on Channel 4. ¦ Nobody watches.",
        "Volume IX. ¦ The end.",
        "See Vol. II for more. ¦ It is long.",
        "The Tenn. Republican lost. ¦ Nobody was surprised.",
        "He was ill. ¦ Doctors came.",
        "The talk is at 5 p.m. EST on Friday. ¦ Come early.",
        "“I left. I was tired. I had no choice,” he said. ¦ Nobody asked again.",
        "\"Is it true?\" Anna Hale asked. ¦ Nobody knew.",
        "It rained (hard. Very hard.) all day. ¦ We stayed in.",
        "“He never closed the quote. ¦ It went on."
      })
  void breaksOutsideOfQuotesBracketsAndAbbreviations(String passage) {
    assertEquals(passage, split(passage.replace(BREAK, " ")));
  }

  @Test
  void breaksAtAnyWhiteSpaceAndKeepsIt() {
    assertEquals(
        "Mr.\nHale came.|He sat\r\ndown.|He left.",
        cut("Mr.\nHale came.\nHe sat\r\ndown.\u00a0\tHe left."));
  }

  @Test
  void makesEveryItemOfAListASentence() {
    assertEquals(
        "Bring:|- a pen|- paper.|Or glue|- tape", cut("Bring:\n- a pen\n- paper. Or glue\n- tape"));
  }

  @Test
  void isTheSameOnManyThreads() {
    String text = "Mr. Hale came. ".repeat(50).strip();
    List<Span> expected = SPLITTER.split(text);

    List<List<Span>> found =
        IntStream.range(0, 200).parallel().mapToObj(i -> SPLITTER.split(text)).distinct().toList();

    assertEquals(List.of(expected), found);
  }

  private static String split(String text) {
    return cut(text).replace("|", BREAK);
  }

  private static String cut(String text) {
    return String.join(
        "|", SPLITTER.split(text).stream().map(s -> text.substring(s.start(), s.end())).toList());
  }
}
