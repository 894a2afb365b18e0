package io.verbatim.benchmarks;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All paragraphs of a library in reading order, numbered from 0. */
final class Paragraphs {
  private final List<Address> addresses = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  Paragraphs(Library library) {
    for (Article article : library.articles()) {
      for (Paragraph paragraph : article.paragraphs()) {
        addresses.add(
            new Address(article.name(), paragraph.number(), paragraph.sentences().getFirst()));
        texts.add(paragraph.text());
      }
    }
  }

  List<String> texts() {
    return texts;
  }

  /**
   * A paragraph as a peer found it. Peers find no sentence: the first one stands for the paragraph.
   *
   * @param number of the paragraph, from 0
   * @param score the peer's own, at least 0; the confidence is score / (1 + score), which orders
   *     questions as the score does
   */
  Passage passage(int number, double score) {
    return new Passage(addresses.get(number), Optional.empty(), score, score / (1 + score));
  }
}
