package io.verbatim.benchmarks;

import io.verbatim.article.Article;
import io.verbatim.article.ArticleParser;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A library of any size: paragraphs of two to five sentences of one article, drawn with a fixed
 * seed. Harder than a real one of that size, since every word stands in many paragraphs.
 */
final class SyntheticLibrary {
  private static final int PARAGRAPHS_AN_ARTICLE = 100;
  private static final int FEWEST = 2;
  private static final int MOST = 5;
  private static final long SEED = 7;

  private SyntheticLibrary() {}

  /** The same library for the same article and number of paragraphs. */
  static Library of(Article source, int paragraphs) {
    List<String> sentences =
        source.paragraphs().stream().flatMap(p -> p.sentences().stream().map(p::cut)).toList();
    var random = new Random(SEED);
    var parser = new ArticleParser();
    var articles = new ArrayList<Article>();
    for (int left = paragraphs; left > 0; left -= PARAGRAPHS_AN_ARTICLE) {
      var written = new ArrayList<Paragraph>();
      while (written.size() < Math.min(left, PARAGRAPHS_AN_ARTICLE)) {
        String text =
            String.join(
                " ",
                random
                    .ints(random.nextInt(FEWEST, MOST + 1), 0, sentences.size())
                    .mapToObj(sentences::get)
                    .toList());
        written.add(parser.paragraph(written.size() + 1, Optional.empty(), text));
      }
      String name = "synthetic " + (articles.size() + 1);
      articles.add(new Article(name, name, written));
    }
    return new Library(articles);
  }
}
