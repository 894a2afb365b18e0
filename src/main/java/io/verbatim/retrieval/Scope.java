package io.verbatim.retrieval;

import io.verbatim.article.Address;
import java.util.Optional;

/**
 * Where to search.
 *
 * @param article name of the one article to search, empty for all
 * @param first lowest paragraph number to search
 * @param last highest paragraph number to search
 */
public record Scope(Optional<String> article, int first, int last) {
  /** Every paragraph of every article. */
  public static final Scope EVERYTHING = new Scope(Optional.empty(), 1, Integer.MAX_VALUE);

  /** Every paragraph of one article. */
  public static Scope of(String article) {
    return new Scope(Optional.of(article), 1, Integer.MAX_VALUE);
  }

  /** Whether an address lies in this scope. */
  public boolean holds(Address address) {
    return article.map(address.article()::equals).orElse(true)
        && first <= address.paragraph()
        && address.paragraph() <= last;
  }
}
