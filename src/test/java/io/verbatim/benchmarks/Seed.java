package io.verbatim.benchmarks;

import io.verbatim.article.Article;
import io.verbatim.article.ArticleParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The seed article, and what readers ask about it. */
final class Seed {
  static final Path FILE = Path.of("seeds/000_b0f3f335b0cbade1.txt");

  /** Of many kinds and lengths; one in six is not answered by the article. */
  static final List<String> QUESTIONS =
      List.of(
          "Who was the US ambassador to Russia?",
          "What do intelligence officials believe about Putin?",
          "Why did Putin want to retaliate against Hillary Clinton?",
          "When was Putin re-elected?",
          "How were the documents leaked?",
          "What does McFaul say about the way Putin works?",
          "Who directed the process of the hacks?",
          "Which news channel did the officials speak to about the hacking of the election?",
          "What did Donald Trump say about the claims?",
          "Why did the Obama administration call for a comprehensive report last month?",
          "How many votes did Clinton get?",
          "What is the capital of Australia?");

  private Seed() {}

  /** The article. */
  static Article article() {
    return read(FILE);
  }

  /** The article in a text or Markdown file. */
  static Article read(Path file) {
    try {
      return new ArticleParser().parse(String.valueOf(file.getFileName()), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
