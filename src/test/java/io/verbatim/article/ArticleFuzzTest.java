package io.verbatim.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts of any characters, in files of either kind; a failure is shrunk to a short text. */
class ArticleFuzzTest {
  private static final ArticleParser PARSER = new ArticleParser();

  @Property(seed = "1")
  void everyTextIsReadOrRefused(@ForAll("texts") String text, @ForAll("names") String name) {
    Optional<Article> article = parse(name, text);

    assertEquals(article, parse(name, text), "read twice");
    for (Paragraph paragraph : article.map(Article::paragraphs).orElse(List.of())) {
      assertTrue(name.endsWith(".md") || text.contains(paragraph.text()), paragraph::text);
      assertFalse(paragraph.sentences().isEmpty());
    }
  }

  @Property(seed = "2")
  void sentencesCoverTheirParagraphInOrderAndSplitNoCharacter(@ForAll("texts") String text) {
    for (Paragraph paragraph : parse("a.txt", text).map(Article::paragraphs).orElse(List.of())) {
      String words = paragraph.text();
      int end = 0;
      for (Span sentence : paragraph.sentences()) {
        assertTrue(end <= sentence.start() && sentence.start() < sentence.end());
        assertEquals("", Whitespace.strip(words.substring(end, sentence.start())));
        assertFalse(splits(words, sentence.start()) || splits(words, sentence.end()));
        end = sentence.end();
      }
      assertEquals(words.length(), end);
    }
  }

  @Provide
  static Arbitrary<String> names() {
    return Arbitraries.of("a.txt", "a.md");
  }

  @Provide
  static Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(40);
    Arbitrary<String> letters = Arbitraries.strings().ascii().ofMaxLength(40);
    Arbitrary<String> marks =
        Arbitraries.of(
            ". ",
            "? ",
            "! ",
            "…",
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            "“",
            "”",
            "\"",
            "(",
            ")",
            "’",
            "Mr. ",
            "U.S. ",
            "p.m. ",
            "# ",
            "- ",
            "> ",
            "1. ",
            "```\n",
            "===\n",
            "[a](b)",
            "*",
            "_",
            "&amp;",
            "<b>",
            "👩‍👩‍👧",
            "\uD83D",
            "\uFEFF",
            "\u2028",
            "Bees fly. ",
            "שלום. ");
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(1, any),
            net.jqwik.api.Tuple.of(1, letters),
            net.jqwik.api.Tuple.of(4, marks))
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", pieces));
  }

  private static boolean splits(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static Optional<Article> parse(String name, String text) {
    try {
      return Optional.of(PARSER.parse(name, text));
    } catch (UnreadableArticlesException refused) {
      return Optional.empty();
    }
  }
}
