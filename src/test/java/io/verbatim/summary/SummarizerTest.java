package io.verbatim.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.ArticleFolder;
import io.verbatim.article.ArticleParser;
import io.verbatim.article.Library;
import io.verbatim.article.Quote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummarizerTest {
  private static final Library SEED = ArticleFolder.read(Path.of("seeds")).library();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 12, 16})
  void quotesTheSeedWordForWordAndInReadingOrder(int count) throws Exception {
    String file = Files.readString(Path.of("seeds", SEED.articles().getFirst().name()));

    List<Quote> summary = seed(count);

    assertEquals(count, summary.size());
    summary.forEach(quote -> assertTrue(file.contains(quote.text()), quote.text()));
    assertEquals(summary.stream().map(Quote::address).sorted().toList(), addresses(summary));
    assertEquals(summary, seed(count));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void noSentenceOfTheSeedStartsWithAPronounThatNothingResolves(int count) {
    List<Quote> summary = seed(count);

    for (int i = 0; i < summary.size(); i++) {
      String text = summary.get(i).text();
      assertFalse(text.startsWith("It is said that he"), text);
      if (text.matches("(?:He|She|It|They|This)\\b.*")) {
        assertTrue(i > 0 && adjoins(summary.get(i - 1), summary.get(i)), text);
      }
    }
  }

  @Test
  void startsTheSeedWithWhoDidWhat() {
    assertTrue(
        seed(1).getFirst().text().startsWith("US intelligence officials now firmly believe"));
  }

  @Test
  void hearsBothSectionsOfTheSeed() {
    assertEquals(
        List.of(Optional.empty(), Optional.of("Growing concern")),
        seed(3).stream().map(Quote::section).distinct().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          (CNN)Rain fell.                       | Rain fell.
          (CNN) -- Rain fell.                   | Rain fell.
          LONDON (Reuters) - Rain fell.         | Rain fell.
          Los Angeles, California (CNN) -- 40 fell. | 40 fell.
          (The Hollywood Reporter)"Rain" fell.  | "Rain" fell.
          (Rain) fell.                          | (Rain) fell.
          Rain (CNN) fell on it.                | Rain (CNN) fell on it.
          """)
  void leavesTheDatelineOut(String text, String sentence) {
    Library library = library("# Rain\n\n" + text + " It went on.\n");

    Summary summary =
        new Summarizer(library).summarize(library.articles().getFirst(), new Length.Sentences(1));

    assertEquals(sentence, summary.sentences().getFirst().text());
  }

  @Test
  void sumsUpABookWithoutComparingEverySentenceWithEachOther() {
    String text =
        IntStream.range(0, 1500)
            .mapToObj(i -> "Bee number " + i + " flew out. It came home with honey.")
            .collect(Collectors.joining("\n\n", "# Bees\n\n", "\n"));
    Library library = library(text);

    List<Quote> summary =
        new Summarizer(library)
            .summarize(library.articles().getFirst(), Length.Named.LONG)
            .sentences();

    assertEquals(12, summary.size());
    summary.forEach(quote -> assertTrue(quote.text().startsWith("Bee number"), quote.text()));
  }

  @ParameterizedTest
  @CsvSource({"SHORT, 1", "MEDIUM, 3", "LONG, 4", "OUTLINE, 2"})
  void fitsNamedLengthsToTheArticle(Length.Named length, int sentences) {
    assertEquals(sentences, length.sentences(SEED.articles().getFirst()));
  }

  private static Library library(String markdown) {
    Article article = new ArticleParser().parse("article.md", markdown);
    return new Library(List.of(article));
  }

  private static List<Quote> seed(int count) {
    return new Summarizer(SEED)
        .summarize(SEED.articles().getFirst(), new Length.Sentences(count))
        .sentences();
  }

  private static List<Address> addresses(List<Quote> quotes) {
    return quotes.stream().map(Quote::address).toList();
  }

  private static boolean adjoins(Quote first, Quote second) {
    return first.paragraph() == second.paragraph()
        && second.span().start() - first.span().end() <= 1;
  }
}
