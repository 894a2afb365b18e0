package io.verbatim.verification;

import io.verbatim.article.Collation;
import io.verbatim.article.Quote;
import java.util.List;

/** What became of words that were looked for in the library. */
public sealed interface Verdict {
  /**
   * They stand there word for word: each word whole, none left out, none between, the same marks
   * between them.
   *
   * @param first where they stand first, a quote for each paragraph that they run through: whole
   *     sentences, in which the words looked for are the marked answer
   * @param places how often they stand in the library, at least 1
   */
  record WordForWord(List<Quote> first, int places) implements Verdict {
    /** Copies the list. */
    public WordForWord {
      first = List.copyOf(first);
    }
  }

  /** Most of them stand there; here is where they are closest, with what differs. */
  record Nearly(Collation collation) implements Verdict {}

  /** They do not stand there. */
  record Absent() implements Verdict {}

  /** There is no word in what was looked for. */
  record Wordless() implements Verdict {}
}
