package io.verbatim.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Article;
import io.verbatim.article.ArticleFolder;
import io.verbatim.article.ArticleParser;
import io.verbatim.article.Collation;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
  private static final Library SEED = ArticleFolder.read(Path.of("seeds")).library();
  private static final Library BEES =
      library(
          """
          On bees

          “Bees dance,” he said — and the bees’ queen didn’t. It cost $3.50, a well-known re-elected \
          fool. Bees dance, he said.

          They fly home.

          ## Second part

          Home is a hive.\
          """);

  private final Verifier seed = new Verifier(SEED);
  private final Verifier bees = new Verifier(BEES);

  private static Library library(String text) {
    return new Library(List.of(new ArticleParser().parse("bees.md", text)));
  }

  @Test
  void saysWhereWordsStandAndShowsTheArticlesOwnCharacters() {
    var verdict =
        (Verdict.WordForWord) seed.verify("  the motivation to HACK into the Democratic Party's ");

    Quote quote = verdict.first().getFirst();
    assertEquals(1, verdict.places());
    assertEquals(2, quote.paragraph());
    assertEquals("the motivation to hack into the Democratic Party’s", marked(quote));
    assertTrue(quote.text().startsWith("And in more damning revelations"));
    assertTrue(quote.text().endsWith("Hillary Clinton."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Bees dance,\" he said - and the bees' queen didn't",
        "“Bees dance,” he said",
        "Bees dance,",
        "»bees   dance«",
        "'Bees dance'",
        "BEES DANCE.",
        "He said --\nand the bees' queen",
        "a well\u2011known re\u2013elected fool",
        "Bees\u00A0dance",
        "Be\u00ADes dan\u200Bce",
        "$3.50",
      })
  void writingItDifferentlyMakesNoDifference(String words) {
    assertInstanceOf(Verdict.WordForWord.class, bees.verify(words), words);
  }

  @ParameterizedTest
  @CsvSource({"second part, Second part, 3", "“ON BEES.”, On bees, 1"})
  void tellsATitleAndAHeadingFromTheText(String words, String text, int paragraph) {
    var named = assertInstanceOf(Verdict.Named.class, bees.verify(words));

    assertEquals(text, named.text());
    assertEquals(paragraph, named.first().paragraph());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elected fool", // of "re-elected"
        "known", // of "well-known"
        "ees dance",
        "Bees danc",
        "the bees queen",
        "the bees",
        "queen didn",
        "It cost 3.50",
        "It cost $3",
        "50, a well-known",
        "Bees dance he said",
        "Bees dance? he said",
        "Bees dance, he, said",
        "Bees dance he said.",
        "bees-dance",
        "they fly home. Home is a hive",
        "It cost £3.50",
        "Bees dance!",
        "a h\u0131ve",
      })
  void neverSaysWordForWordOfWhatIsNot(String words) {
    assertFalse(bees.verify(words) instanceof Verdict.WordForWord, words);
  }

  @Test
  void countsThePlacesAndShowsTheFirst() {
    var verdict = (Verdict.WordForWord) bees.verify("bees dance");

    assertEquals(2, verdict.places());
    assertEquals(1, verdict.first().getFirst().answer().orElseThrow().start());
  }

  @Test
  void followsWordsFromOneParagraphIntoTheNext() {
    var verdict = (Verdict.WordForWord) bees.verify("he said.\n\nThey fly");

    assertEquals(List.of(1, 2), verdict.first().stream().map(Quote::paragraph).toList());
    assertEquals(
        List.of("he said.", "They fly"),
        verdict.first().stream().map(VerifierTest::marked).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Putin has been wanting to revenge against Hillary | Putin has been [wanting]{seeking} to"
            + " revenge against Hillary",
        "Putin has been seeking revenge against Hillary Clinton | Putin has been seeking {to}"
            + " revenge against Hillary Clinton",
        "Putin has often been seeking to revenge | Putin has [often] been seeking to revenge",
        "Obama has repeatedly rubbished claims | [Obama]{Trump,} has repeatedly rubbished claims",
        "There has been no concern that Russia played a key role | There has been [no]{growing}"
            + " concern that Russia played a key role",
      })
  void marksWhatDiffersFromTheClosestPassage(String words, String marked) {
    var verdict = assertInstanceOf(Verdict.Nearly.class, seed.verify(words));

    String text = marked(verdict.passages().getFirst());
    assertEquals(1, verdict.pieces().size());
    assertEquals(marked.replaceAll("\\s|,", ""), text.replaceAll("\\s|,", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Micheal McFaul | [Micheal]{Michael} McFaul",
        "Michael McFual | Michael [McFual]{McFaul}",
        "Micheal MacFaul | [Micheal MacFaul]{Michael McFaul}",
        "McFual | [McFual]{McFaul}",
        "wikileeks | [wikileeks]{WikiLeaks}",
        "Vladmir Putin | [Vladmir]{Vladimir} Putin",
        "hacks by Demcorat | ",
        "the Demcorat documents | [the Demcorat]{embarrassing Democrat} documents",
        "overbearing level of contorl | overbearing level of [contorl]{control}",
        "Puitn | [Puitn]{Putin}",
        "McFaul! | McFaul[!]",
      })
  void aSlipOfThePenIsNearlyWhatIsMeant(String words, @Nullable String marked) {
    Verdict verdict = seed.verify(words);

    if (marked == null) {
      assertEquals(new Verdict.Absent(), verdict);
    } else {
      var nearly = assertInstanceOf(Verdict.Nearly.class, verdict, words);
      assertEquals(1, nearly.pieces().size());
      assertEquals(
          marked.replaceAll("\\s", ""), marked(nearly.passages().getFirst()).replaceAll("\\s", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in 2012", // of "in 2011": a number is no slip
        "2012",
        "Hillary Trump",
        "President Obama",
        "Putin hacks",
        "the CIB", // too short to tell
        "Cain", // the same
        "Russian president was told", // "Russian" is a word of the article
        "Berlin and Moscow",
        "of the in and",
      })
  void whatIsNoSlipIsNotNearlyThere(String words) {
    assertEquals(new Verdict.Absent(), seed.verify(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"The moon is made of cheese", "Merkel", "Putin, the the of and", "qwertz uiop"})
  void saysSoOfWhatIsNotInTheArticle(String words) {
    assertEquals(new Verdict.Absent(), seed.verify(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\"\"", "...", "—", "?!"})
  void marksAloneAreNoWords(String words) {
    assertEquals(new Verdict.Wordless(), seed.verify(words));
  }

  @Test
  void partsScriptsWithoutSpacesAfterEveryCharacter() {
    var chinese = new Verifier(library("蜜蜂\n\n蜜蜂在黑暗中跳舞。它们回家。"));

    assertInstanceOf(Verdict.WordForWord.class, chinese.verify("黑暗中跳舞"));
    assertFalse(chinese.verify("黑暗中唱歌") instanceof Verdict.WordForWord);
  }

  @Test
  void everySpanOfWholeWordsVerifies() {
    var random = new Random(1);
    for (int i = 0; i < 400; i++) {
      Paragraph paragraph = paragraph(random);
      List<Span> words = words(paragraph);
      int first = random.nextInt(words.size());
      int last = first + random.nextInt(words.size() - first);
      var span = new Span(words.get(first).start(), words.get(last).end());
      String said = paragraph.cut(span);

      var verdict = assertInstanceOf(Verdict.WordForWord.class, seed.verify(said), said);

      assertTrue(
          said.replaceAll("[.,]$", "")
              .equalsIgnoreCase(marked(verdict.first().getFirst()).replaceAll("[.,]$", "")),
          said);
    }
  }

  @Test
  void noSpanWithOneWordChangedVerifies() {
    var random = new Random(2);
    for (int i = 0; i < 400; i++) {
      Paragraph paragraph = paragraph(random);
      List<Span> words = words(paragraph);
      int first = random.nextInt(words.size());
      int last = first + random.nextInt(words.size() - first);
      List<String> said =
          new ArrayList<>(words.subList(first, last + 1).stream().map(paragraph::cut).toList());
      int at = random.nextInt(said.size());
      switch (random.nextInt(3)) {
        case 0 -> said.set(at, "qua" + said.get(at));
        case 1 -> said.add(at, "quax");
        default -> said.set(at, "quax");
      }

      String changed = String.join(" ", said);
      assertFalse(seed.verify(changed) instanceof Verdict.WordForWord, changed);
    }
  }

  @Test
  void whatIsShownIsAlwaysTheArticlesWhateverIsAsked() {
    var random = new Random(3);
    String alphabet = "ab Putin’'\"“”—–-…. 🙂\uD83D é e\u0301 دבי 狐\u0000\u200B\u2066\n\t";
    for (int i = 0; i < 3_000; i++) {
      String words =
          random
              .ints(random.nextInt(40), 0, alphabet.length())
              .mapToObj(at -> alphabet.substring(at, at + 1))
              .collect(Collectors.joining());
      Verdict verdict =
          random.nextBoolean() ? seed.verify(words) : seed.verify("Putin has " + words);
      if (verdict instanceof Verdict.Nearly nearly) {
        nearly
            .passages()
            .forEach(passage -> SEED.verify(passage.quote().text(), passage.quote().address()));
      }
    }
  }

  @Test
  void aPhraseWithOneLetterWrongIsNearlyThereAndNeverWordForWord() {
    var random = new Random(4);
    int nearly = 0;
    int all = 0;
    for (int i = 0; i < 400; i++) {
      Paragraph paragraph = paragraph(random);
      List<Span> words = words(paragraph);
      int first = random.nextInt(words.size() - 1);
      int last = Math.min(words.size() - 1, first + 1 + random.nextInt(3));
      List<String> said =
          new ArrayList<>(words.subList(first, last + 1).stream().map(paragraph::cut).toList());
      int at = random.nextInt(said.size());
      if (!said.get(at).matches("\\p{L}{5,}")) {
        continue;
      }
      var letters = new StringBuilder(said.get(at));
      letters.setCharAt(random.nextInt(letters.length()), 'q');
      said.set(at, letters.toString());
      String wrong = String.join(" ", said);

      Verdict verdict = seed.verify(wrong);

      assertFalse(verdict instanceof Verdict.WordForWord, wrong);
      all++;
      nearly += verdict instanceof Verdict.Nearly ? 1 : 0;
    }
    assertTrue(all > 100);
    assertEquals(all, nearly);
  }

  @Test
  void wordsOfTheArticleInDisorderAreNotNearlyThere() {
    var random = new Random(5);
    int nearly = 0;
    for (int i = 0; i < 400; i++) {
      String words =
          Stream.generate(() -> paragraph(random))
              .limit(2 + random.nextInt(4))
              .map(paragraph -> {
                List<Span> all = words(paragraph);
                return paragraph.cut(all.get(random.nextInt(all.size())));
              })
              .collect(Collectors.joining(" "));
      nearly += seed.verify(words) instanceof Verdict.Nearly ? 1 : 0;
    }
    // By chance some are, such as "hacks directed" for "hacks was directed".
    assertTrue(nearly <= 20, nearly + " of 400");
  }

  @Test
  void aLongTextIsComparedParagraphByParagraph() {
    String said =
        SEED.articles().getFirst().paragraphs().stream()
            .map(paragraph -> paragraph.text().replaceFirst("\\b(\\p{L}+) (\\p{L}+)$", "$1 qua $2"))
            .map(text -> text.replaceFirst(" ", " quax "))
            .collect(Collectors.joining("\n\n"));

    var verdict = assertInstanceOf(Verdict.Nearly.class, seed.verify(said));

    assertEquals(
        List.of(1, 2, 3, 4, 5, 6, 7, 8),
        verdict.passages().stream().map(passage -> passage.quote().paragraph()).toList());
    for (Collation passage : verdict.passages()) {
      assertEquals(" quax", other(passage));
      assertEquals(
          SEED.paragraph(passage.quote().address()).text(),
          passage.quote().text(),
          "whole, since one word was added in each");
    }
  }

  @Test
  void whatIsWovenIntoALongTextIsSaidNotToBeThere() {
    List<Paragraph> paragraphs = SEED.articles().getFirst().paragraphs();
    String said =
        paragraphs.get(1).text()
            + "\nThe moon is made of green cheese, say astronomers.\n"
            + paragraphs.get(5).text().replace("senior", "junior");

    var verdict = assertInstanceOf(Verdict.Nearly.class, seed.verify(said));

    assertFalse(verdict.whole());
    assertEquals(
        new Verdict.Piece.Missing("The moon is made of green cheese, say astronomers."),
        verdict.pieces().get(1));
    assertEquals(
        List.of(2, 6), verdict.passages().stream().map(p -> p.quote().paragraph()).toList());
    assertEquals(
        List.of("", " junior"), verdict.passages().stream().map(VerifierTest::other).toList());
  }

  @Test
  void paragraphsThatWereRunTogetherAreFoundSentenceBySentence() {
    List<Paragraph> paragraphs = SEED.articles().getFirst().paragraphs();
    String said =
        paragraphs.subList(1, 6).stream()
            .map(Paragraph::text)
            .collect(Collectors.joining(" "))
            .replace("senior", "junior");

    var verdict = assertInstanceOf(Verdict.Nearly.class, seed.verify(said));

    assertEquals(
        List.of(2, 3, 4, 5, 6),
        verdict.passages().stream().map(p -> p.quote().paragraph()).distinct().toList());
    assertEquals(verdict.pieces().size(), verdict.passages().size());
    assertEquals(
        " junior junior",
        verdict.passages().stream().map(VerifierTest::other).collect(Collectors.joining()));
  }

  @Test
  void noTextOfSeveralParagraphsWithOneWordChangedIsWordForWord() {
    var random = new Random(6);
    List<Paragraph> paragraphs = SEED.articles().getFirst().paragraphs();
    for (int i = 0; i < 100; i++) {
      int first = random.nextInt(paragraphs.size() - 1);
      int last = first + 1 + random.nextInt(paragraphs.size() - first - 1);
      int changed = first + random.nextInt(last - first + 1);
      String said =
          paragraphs.subList(first, last + 1).stream()
              .map(p ->
                  p.equals(paragraphs.get(changed))
                      ? p.text().replaceFirst(" the ", " quax ")
                      : p.text())
              .map(text -> random.nextBoolean() ? text : text.replace(" ", "  "))
              .collect(Collectors.joining("\n"));

      Verdict verdict = seed.verify(said);

      if (said.contains("quax")) {
        assertInstanceOf(Verdict.Nearly.class, verdict);
      }
    }
  }

  @Test
  void aTextOfAnyLengthIsJudged() {
    assertEquals(new Verdict.Absent(), seed.verify("quax and qua\n".repeat(20_000)));
    assertEquals(new Verdict.Absent(), seed.verify("quax and qua. ".repeat(5_000)));
  }

  private static String marked(Collation collation) {
    return collation.parts().stream()
        .map(part ->
            switch (part.whose()) {
              case BOTH -> part.text();
              case OTHER -> " [" + part.text().strip() + "]";
              case ARTICLE -> " {" + part.text().strip() + "}";
            })
        .collect(Collectors.joining());
  }

  /** What the reader's words have alone. */
  private static String other(Collation collation) {
    return collation.parts().stream()
        .filter(part -> part.whose() == Collation.Whose.OTHER)
        .map(Collation.Part::text)
        .collect(Collectors.joining());
  }

  private static Paragraph paragraph(Random random) {
    Article article = SEED.articles().getFirst();
    return article.paragraphs().get(random.nextInt(article.paragraphs().size()));
  }

  private static List<Span> words(Paragraph paragraph) {
    return Pattern.compile("\\S+")
        .matcher(paragraph.text())
        .results()
        .map(word -> new Span(word.start(), word.end()))
        .toList();
  }

  private static String marked(Quote quote) {
    Span answer = quote.answer().orElseThrow();
    int shift = quote.span().start();
    return quote.text().substring(answer.start() - shift, answer.end() - shift);
  }
}
