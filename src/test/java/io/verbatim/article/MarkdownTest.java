package io.verbatim.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static final ArticleParser PARSER = new ArticleParser();

  @Test
  void readsStructureAndWords() {
    assertReads(
        """
        # The *dance* of bees

        They **fly** by [the sun](https://example.org "Sun") &amp; by
        `smell`.\s\s
        ![A bee](bee.png) Nobody “knows” why<br>yet.

        ## At home
        > They dance.
        >
        > They sing.

        ***
        <!-- nobody reads this -->
        """,
        "# The dance of bees",
        "They fly by the sun & by\nsmell.\nA bee Nobody “knows” whyyet.",
        "At home > They dance.",
        "At home > They sing.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: Bees\nauthor: A\n---\n",
        "---\r\ntitle: \"Bees\"\r\n---\r\n\r\n# Bees\r\n\r\n"
      })
  void takesTheTitleFromFrontMatter(String front) {
    assertReads(front + "They fly.", "# Bees", "They fly.");
  }

  @Test
  void takesTheFirstBlockThatLooksLikeATitle() {
    assertReads(
        "Bees\n\nThey fly.\n\n## Home\n\nThey sleep.", "# Bees", "They fly.", "Home > They sleep.");
    assertReads(
        "They fly.\n\n## Home\n\nThey sleep.", "# on bees", "They fly.", "Home > They sleep.");
  }

  @Test
  void keepsAShortListWholeAndReadsALooseOneByItem() {
    assertReads(
        "# Bees\n\n* a *hive*\n* a veil\n  1. net\n  2. hat\n\nThen:\n\n3. Look.\n\n4. Listen.",
        "# Bees",
        "* a hive\n* a veil\n  1. net\n  2. hat",
        "Then:",
        "3. Look.",
        "4. Listen.");
  }

  @Test
  void keepsCodeAndTablesAsTheyStand() {
    assertReads(
        "# Bees\n\n```java\nfly();\n\n  dance();\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "# Bees",
        "fly();\n\n  dance();",
        "| a | b |\n|---|---|\n| 1 | 2 |");
  }

  private static void assertReads(String text, String... expected) {
    assertEquals(
        String.join("\n¶ ", expected), ArticleParserTest.outline(PARSER.parse("on-bees.md", text)));
  }
}
