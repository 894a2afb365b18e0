package io.verbatim.bot;

import io.verbatim.answer.Exchange;
import io.verbatim.retrieval.Scope;
import java.util.List;
import java.util.Optional;

/**
 * What a question comes after.
 *
 * @param scopes where it is looked for first, one after the other; everywhere else if none of them
 *     answers it
 * @param exchange that it may lean on
 */
record Context(List<Scope> scopes, Optional<Exchange> exchange) {
  /** Nothing was said before. */
  static final Context NONE = new Context(List.of(), Optional.empty());

  /** Copies the list. */
  Context {
    scopes = List.copyOf(scopes);
  }
}
