package io.verbatim.evaluation;

import io.verbatim.article.Article;
import java.util.List;

/**
 * An article and what is asked about it.
 *
 * @param article the article
 * @param items the questions
 */
record Case(Article article, List<Item> items) {
  Case {
    items = List.copyOf(items);
  }
}
