package io.verbatim.bot;

import io.verbatim.article.Address;
import io.verbatim.bot.Request.Attached;
import io.verbatim.retrieval.Scope;
import io.verbatim.verification.Verifier;
import java.util.List;
import java.util.Optional;

/** What the words mean that come with a message. */
final class Attachments {
  private final Verifier verifier;

  Attachments(Verifier verifier) {
    this.verifier = verifier;
  }

  /** What somebody else wrote and the reader passed on, unless it is a question. */
  static Optional<String> forwarded(Request.Message message) {
    return message
        .attached()
        .filter(attached -> attached.kind() == Attached.Kind.FORWARDED)
        .map(Attached::text)
        .filter(text -> !text.isBlank() && !text.strip().endsWith("?"));
  }

  /** What a command was told; if nothing, the words that its message refers to. */
  static String words(String argument, Request.Message message) {
    return argument.isBlank()
        ? message.attached().map(Attached::text).orElse("").strip()
        : argument;
  }

  /**
   * Where the answer is to be looked for: around the words of the article that the reader selected.
   */
  Optional<Scope> scope(Request.Message message) {
    return message
        .attached()
        .filter(attached -> attached.kind() == Attached.Kind.SELECTED)
        .flatMap(attached -> verifier.find(attached.text()))
        .map(Attachments::around);
  }

  private static Scope around(List<Address> places) {
    Address first = places.getFirst();
    return new Scope(
        Optional.of(first.article()), first.paragraph() - 1, places.getLast().paragraph() + 1);
  }
}
