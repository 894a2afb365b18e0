package io.verbatim.article;

import java.util.List;
import java.util.stream.Collectors;

/** There is no article to ask about; the message lists what was refused and how to mend it. */
public final class UnreadableArticlesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  UnreadableArticlesException(String message, List<Refusal> refusals) {
    super(
        message + refusals.stream().map(refusal -> "\n  " + refusal).collect(Collectors.joining()));
    this.refusals = List.copyOf(refusals);
  }

  /** One text that is no article. */
  UnreadableArticlesException(Refusal refusal) {
    super(refusal.toString());
    refusals = List.of(refusal);
  }

  /** What was refused, in the order of the files' names; empty if there was no file to read. */
  public List<Refusal> refusals() {
    return refusals;
  }
}
