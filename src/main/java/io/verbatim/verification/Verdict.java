package io.verbatim.verification;

import io.verbatim.article.Address;
import io.verbatim.article.Collation;
import io.verbatim.article.Quote;
import java.util.List;
import java.util.stream.Stream;

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

  /**
   * They stand in no paragraph, but are a title or a heading.
   *
   * @param text as the article has it
   * @param first paragraph under it
   */
  record Named(String text, Address first) implements Verdict {}

  /**
   * All of them, or a good part, nearly stand there; here is where they are closest, with what
   * differs.
   *
   * @param pieces in which they were looked for, in order: all of them at once if they are few,
   *     else paragraphs and sentences; at least one is a passage
   */
  record Nearly(List<Piece> pieces) implements Verdict {
    /** Copies the list. */
    public Nearly {
      pieces = List.copyOf(pieces);
    }

    /** Whether a passage is close to each piece. */
    public boolean whole() {
      return passages().size() == pieces.size();
    }

    /** The passages that are close, in the order of the words that were looked for. */
    public List<Collation> passages() {
      return pieces.stream()
          .flatMap(piece -> piece instanceof Piece.Close(var c) ? Stream.of(c) : Stream.of())
          .toList();
    }
  }

  /** Some of the words that were looked for. */
  sealed interface Piece {
    /** A passage is close to them. */
    record Close(Collation collation) implements Piece {}

    /**
     * No passage is close to them.
     *
     * @param words as they were written
     */
    record Missing(String words) implements Piece {}
  }

  /** They do not stand there. */
  record Absent() implements Verdict {}

  /** There is no word in what was looked for. */
  record Wordless() implements Verdict {}
}
