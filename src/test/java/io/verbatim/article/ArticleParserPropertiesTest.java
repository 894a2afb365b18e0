package io.verbatim.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text, however odd. */
class ArticleParserPropertiesTest {
  private static final ArticleParser PARSER = new ArticleParser();
  private static final List<String> MORSELS =
      List.of(
          "Bees",
          " fly",
          ".",
          "!",
          "?",
          "…",
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          "\f",
          "\t",
          " ",
          "\u00a0",
          "- ",
          "1. ",
          "# ",
          "> ",
          "===\n",
          "---\n",
          "```\n",
          "|",
          "*",
          "_",
          "[",
          "](",
          ")",
          "(",
          "“",
          "”",
          "\"",
          "'",
          "‘",
          "’",
          "„",
          "<b>",
          "<!--",
          "&amp;",
          "\\",
          "Mr.",
          " U.S. ",
          "9.30 p.m.",
          "😀",
          "\ud83d",
          "שלום",
          "\u200b",
          "\uFEFF",
          "\u2028",
          "e.g.",
          "A. ",
          "    ",
          "title: x\n");

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.md"})
  void aThousandRandomTextsAreReadOrRefused(String name) {
    var random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      String text =
          IntStream.range(0, random.nextInt(60))
              .mapToObj(n -> MORSELS.get(random.nextInt(MORSELS.size())))
              .collect(Collectors.joining());
      assertSound(name, text);
    }
  }

  static Stream<String> monsters() {
    return Stream.of(
            ".", "-", "- ", "> ", "“", "(", "[", "![", "*a ", "a.", ". ", ".)", "1.", "1. ", "A\n",
            "A. B ", "- a\n", "\t", "`", "<", "&", "„“", "\"a. ", "a b", "#", "A.\n\n", "\r", "|",
            "I.")
        .map(morsel -> "Title\n\n" + morsel.repeat(20_000) + "a");
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void monstersAreReadOrRefused(String text) {
    assertSound("a.txt", text);
    assertSound("a.md", text);
  }

  private static void assertSound(String name, String text) {
    Optional<Article> article = parse(name, text);
    assertEquals(article, parse(name, text), "read twice");
    for (Paragraph paragraph : article.map(Article::paragraphs).orElse(List.of())) {
      assertTrue(name.endsWith(".md") || text.contains(paragraph.text()), paragraph::text);
      int end = 0;
      for (Span sentence : paragraph.sentences()) {
        assertBlank(paragraph.text().substring(end, sentence.start()));
        assertEquals(paragraph.cut(sentence), Whitespace.strip(paragraph.cut(sentence)));
        end = sentence.end();
      }
      assertEquals(paragraph.text().length(), end, "the last sentence ends the paragraph");
    }
  }

  private static Optional<Article> parse(String name, String text) {
    try {
      return Optional.of(PARSER.parse(name, text));
    } catch (UnreadableArticlesException refused) {
      return Optional.empty();
    }
  }

  private static void assertBlank(String text) {
    assertEquals("", Whitespace.strip(text));
  }
}
