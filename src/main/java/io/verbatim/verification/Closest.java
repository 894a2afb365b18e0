package io.verbatim.verification;

import com.github.difflib.patch.AbstractDelta;
import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Collation;
import io.verbatim.article.Library;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.verification.Candidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the passage that is closest to some words: the few sentences that share most with them are
 * aligned with them word by word.
 */
final class Closest {
  /** What is longer is not aligned: each with each would take too long. */
  private static final int MOST_TOKENS = 1000;

  private final Library library;
  private final String words;
  private final List<Token> wanted;
  private final Kin kin;

  /**
   * @param words what a reader said
   * @param wanted tokens of a part of it, or of all
   * @param kin what may be meant by them
   */
  Closest(Library library, String words, List<Token> wanted, Kin kin) {
    this.library = library;
    this.words = words;
    this.wanted = wanted;
    this.kin = kin;
  }

  /**
   * A passage beside the words.
   *
   * @param likeness above 0, at most 1
   */
  record Match(Collation collation, double likeness) {}

  /** A run of tokens of a paragraph. */
  private record Passage(Article article, Alignment.Run run) {
    Address address() {
      List<Token> tokens = run.tokens();
      return new Address(
          article.name(),
          tokens.getFirst().paragraph(),
          new Span(tokens.getFirst().start(), tokens.getLast().end()));
    }

    double likeness() {
      return run.likeness();
    }
  }

  /** The closest passage among the candidates with what differs; empty if none is close. */
  Optional<Match> among(List<Candidate> candidates) {
    return wanted.size() > MOST_TOKENS
        ? Optional.empty()
        : candidates.stream()
            .flatMap(candidate -> passage(candidate).stream())
            .max(
                Comparator.comparingDouble(Passage::likeness)
                    .thenComparing(Passage::address, Comparator.reverseOrder()))
            .map(passage -> new Match(collation(passage), passage.likeness()));
  }

  /** What around a candidate is most alike, if it is alike enough. */
  private Optional<Passage> passage(Candidate candidate) {
    int from = Math.max(0, candidate.first() - wanted.size());
    int to = Math.min(candidate.tokens().size(), candidate.end() + wanted.size());
    return to - from > 3 * MOST_TOKENS
        ? Optional.empty()
        : new Alignment(wanted, candidate.tokens().subList(from, to), kin)
            .mostAlike()
            .map(run -> new Passage(candidate.article(), run));
  }

  private Collation collation(Passage passage) {
    Address address = passage.address();
    Quote quote = library.quote(address, Optional.empty());
    library.verify(quote.text(), address);
    var parts = new ArrayList<Collation.Part>();
    int from = address.span().start();
    int done = 0;
    String text = library.paragraph(address).text();
    List<Token> tokens = passage.run().tokens();
    for (AbstractDelta<Token> delta : Alignment.differences(wanted, tokens, Kin.NONE)) {
      int target = delta.getTarget().getPosition();
      from = own(Collation.Whose.BOTH, text, from, tokens.subList(done, target), parts);
      other(delta.getSource().getPosition(), delta.getSource().size(), parts);
      done = target + delta.getTarget().size();
      from = own(Collation.Whose.ARTICLE, text, from, tokens.subList(target, done), parts);
    }
    own(Collation.Whose.BOTH, text, from, tokens.subList(done, tokens.size()), parts);
    return new Collation(quote, parts);
  }

  /** Adds words of the article, with the space before them; returns where they end. */
  private static int own(
      Collation.Whose whose,
      String text,
      int from,
      List<Token> tokens,
      List<Collation.Part> parts) {
    if (tokens.isEmpty()) {
      return from;
    }
    int end = tokens.getLast().end();
    parts.add(new Collation.Part(whose, text.substring(from, end)));
    return end;
  }

  /** Adds words that the article does not have there. */
  private void other(int first, int size, List<Collation.Part> parts) {
    if (size == 0 || isNothing(first, first + size)) {
      return;
    }
    int start = wanted.get(first).start();
    String said = words.substring(start, wanted.get(first + size - 1).end());
    boolean apart = start > 0 && Character.isWhitespace(words.charAt(start - 1));
    String spaced = parts.isEmpty() ? said + " " : apart ? " " + said : said;
    parts.add(new Collation.Part(Collation.Whose.OTHER, spaced));
  }

  /** Whether tokens are but marks at an end, which readers add. */
  private boolean isNothing(int first, int end) {
    List<Token> marks = wanted.subList(first, end);
    return (first == 0 && Verifier.AROUND.containsAll(folded(marks)))
        || (end == wanted.size() && Verifier.AT_THE_END.containsAll(folded(marks)));
  }

  private static List<String> folded(List<Token> tokens) {
    return tokens.stream().map(Token::folded).toList();
  }
}
