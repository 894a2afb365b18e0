package io.verbatim.bot;

import io.verbatim.answer.Exchange;
import io.verbatim.retrieval.Scope;
import java.util.Optional;

/**
 * What a question comes after.
 *
 * @param scope where it is looked for first; everywhere else if it is not answered there
 * @param exchange that it may lean on
 */
record Context(Optional<Scope> scope, Optional<Exchange> exchange) {
  /** Nothing was said before. */
  static final Context NONE = new Context(Optional.empty(), Optional.empty());
}
