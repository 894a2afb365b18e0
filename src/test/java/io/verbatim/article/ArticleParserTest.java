package io.verbatim.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleParserTest {
  private static final ArticleParser PARSER = new ArticleParser();
  private static final String LONG =
      "Bees find their way home by the sun, by the shape of the land and by the smell of the hive,"
          + " and they tell the others by a dance.";

  @Test
  void readsTitleSectionsAndParagraphs() {
    assertReads(
        """
        Bees

        They fly.

        At home

        They dance.
        They sing.

        They sleep.
        """,
        "# Bees",
        "They fly.",
        "At home > They dance.\nThey sing.",
        "At home > They sleep.");
  }

  @Test
  void takesALongFirstParagraphForAParagraphAndTheTitleFromTheName() {
    assertReads(LONG + "\n\nThey fly.", "# on bees", LONG, "They fly.");
    assertReads("They fly.\n\nThey dance.", "# on bees", "They fly.", "They dance.");
  }

  @Test
  void takesAQuestionForATitleButNotForASection() {
    assertReads(
        "Why do bees dance?\n\nThey do.\n\nBut why?\n\nNobody knows.",
        "# Why do bees dance?",
        "They do.",
        "But why?",
        "Nobody knows.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iPhones for bees", "'My memories of bees...'", "Bees fly!"})
  void takesAFlourishForATitle(String title) {
    assertReads(title + "\n\nThey do.", "# " + title, "They do.");
  }

  @Test
  void opensNoSectionWithARepeatedTitle() {
    assertReads(
        "Bees dance in the dark: study\n\nBees dance in the dark\n\nThey do.",
        "# Bees dance in the dark: study",
        "They do.");
    assertReads("Bees and flowers\n\nBees\n\nThey fly.", "# Bees and flowers", "Bees > They fly.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028"})
  void readsEveryKindOfLineBreak(String lineBreak) {
    assertReads(
        "\uFEFFBees  %%%%They fly\tfar. \u00a0%%%%\f  At home%%\t%%They dance,%%they sing."
            .replace("%%", lineBreak),
        "# Bees",
        "They fly\tfar.",
        "At home > They dance," + lineBreak + "they sing.");
  }

  @Test
  void takesLongLinesForParagraphsWithoutBlankLines() {
    assertReads(
        "Bees\n" + LONG + "\nAt home\n" + LONG + "\nThey sleep.",
        "# Bees",
        LONG,
        "At home > " + LONG,
        "At home > They sleep.");
  }

  @Test
  void takesShortLinesThatEachEndASentenceForParagraphsWhereBlankLinesDoNotTell() {
    assertReads(
        "They fly.\nThey dance.\nWho knows?",
        "# on bees",
        "They fly.",
        "They dance.",
        "Who knows?");
  }

  @Test
  void keepsWrappedLinesTogether() {
    String wrapped =
        """
        Bees find their way home by the sun, by the
        shape of the land and by the smell of the
        hive. They tell the others by a dance.
        The young ones learn it from the old, in the
        dark of the hive.\
        """;

    assertReads(wrapped + "\n", "# on bees", wrapped);
  }

  @Test
  void beginsAParagraphAtAnIndent() {
    assertReads(
        """
          Bees find their way home by the sun, by the
        shape of the land and by smell.
          They tell the others by a dance that is long
        and loud.
        """,
        "# on bees",
        "Bees find their way home by the sun, by the\nshape of the land and by smell.",
        "They tell the others by a dance that is long\nand loud.");
  }

  @Test
  void keepsAPoemTogether() {
    assertReads(
        "How doth the little busy bee\nImprove each shining hour,\nAnd gather honey all the day",
        "# on bees",
        "How doth the little busy bee\nImprove each shining hour,\nAnd gather honey all the day");
  }

  @Test
  void readsUnderlinedCapitalAndNumberedHeadings() {
    assertReads(
        """
        Bees: what is known.
        ====================
        They fly.

        Who dances?
        -----------
        The old ones.

        THE YOUNG:
        They watch.

        4. Sleep

        They do.
        """,
        "# Bees: what is known.",
        "They fly.",
        "Who dances? > The old ones.",
        "THE YOUNG: > They watch.",
        "4. Sleep > They do.");
  }

  @Test
  void takesNoLooseListForHeadings() {
    assertReads(
        "Bees\n\nThey fly.\n\n1. Look\n\n2. Listen\n\nThat is all.",
        "# Bees",
        "They fly.",
        "1. Look",
        "2. Listen",
        "That is all.");
  }

  @Test
  void takesNoByLineAndNoLastLineForAHeading() {
    assertReads(
        "Bees\n\nBy Ann Hale\n\nThey fly.\n\nThe end",
        "# Bees",
        "By Ann Hale",
        "They fly.",
        "The end");
  }

  @Test
  void keepsAShortListWithItsIntroduction() {
    assertReads(
        "Bees\n\nYou need:\n- a hive,\n- a veil\n  and gloves.\n\nThat is all.",
        "# Bees",
        "You need:\n- a hive,\n- a veil\n  and gloves.",
        "That is all.");
  }

  @Test
  void readsALongListItemByItem() {
    String item = "- " + LONG.substring(0, 100);
    String list = (item + "\n").repeat(12);

    Article article = PARSER.parse("on-bees.txt", "Bees\n\n" + list);

    assertEquals(12, article.paragraphs().size());
    assertEquals(item, article.paragraphs().getLast().text());
  }

  @Test
  void keepsTablesAndQuotationsTogetherAndLeavesRulesOut() {
    assertReads(
        "Bees\n\nName | Age\n-----|----\nMaya | 5\n\n* * *\n\n> They fly.\n> They dance.",
        "# Bees",
        "Name | Age\n-----|----\nMaya | 5",
        "> They fly.\n> They dance.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " \n\t\r\n\f", "\uFEFF", "* * *\n\n---", "Only a title", "Title\n=====\n"})
  void refusesATextWithoutParagraph(String text) {
    var refused =
        assertThrows(UnreadableArticlesException.class, () -> PARSER.parse("on-bees.txt", text));

    assertEquals(
        List.of(new Refusal("on-bees.txt", 1, "has no paragraph; write a text below its title")),
        refused.refusals());
  }

  @Test
  void refusesANulWithItsLine() {
    var refused =
        assertThrows(UnreadableArticlesException.class, () -> PARSER.parse("a.txt", "A\n\nb\0c."));

    assertEquals(3, refused.refusals().getFirst().line());
  }

  private static void assertReads(String text, String... expected) {
    assertEquals(String.join("\n¶ ", expected), outline(PARSER.parse("on-bees.txt", text)));
  }

  static String outline(Article article) {
    var outline = new StringBuilder("# " + article.title());
    for (Paragraph paragraph : article.paragraphs()) {
      outline.append("\n¶ ");
      paragraph.section().ifPresent(section -> outline.append(section).append(" > "));
      outline.append(paragraph.text());
    }
    return outline.toString();
  }
}
