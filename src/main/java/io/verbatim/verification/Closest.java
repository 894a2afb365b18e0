package io.verbatim.verification;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Collation;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the passage of a library that is closest to some words. Sentences that share words and
 * pairs of words with them are candidates; the few best are aligned with them word by word.
 */
final class Closest {
  /** Least likeness that is worth showing: twice the shared words over those of both sides. */
  private static final double NEARLY = 0.6;

  private static final int FEWEST_SHARED_WORDS = 2;
  private static final int CANDIDATES = 8;

  /** Words changed at an end that are shown beside the article's own. */
  private static final int MOST_AT_AN_END = 2;

  /** What is longer is not aligned: each with each would take too long. */
  private static final int MOST_TOKENS = 3000;

  private final Library library;
  private final String words;
  private final List<Token> wanted;
  private final long wantedWords;
  private final Set<String> singles = new HashSet<>();
  private final Set<String> pairs = new HashSet<>();

  /**
   * @param wanted tokens of the words
   */
  Closest(Library library, String words, List<Token> wanted) {
    this.library = library;
    this.words = words;
    this.wanted = wanted;
    this.wantedWords = wanted.stream().filter(Token::isWord).count();
    for (int i = 0; i < wanted.size(); i++) {
      singles.add(wanted.get(i).folded());
      if (i > 0) {
        pairs.add(pair(wanted.get(i - 1), wanted.get(i)));
      }
    }
  }

  /** The closest passage with what differs; empty if none is close. */
  Optional<Collation> find() {
    return wanted.size() > MOST_TOKENS
        ? Optional.empty()
        : candidates().stream()
            .flatMap(candidate -> passage(candidate).stream())
            .max(
                Comparator.comparingDouble(Passage::likeness)
                    .thenComparing(Passage::address, Comparator.reverseOrder()))
            .map(this::collation);
  }

  /**
   * A sentence that may be part of the closest passage.
   *
   * @param tokens of its paragraph
   * @param first its own first token among them
   * @param end one past its own last
   */
  private record Candidate(Article article, List<Token> tokens, int first, int end, int score) {}

  /**
   * A run of tokens of a paragraph.
   *
   * @param likeness 0 to 1
   */
  private record Passage(Article article, List<Token> tokens, double likeness) {
    Address address() {
      return new Address(
          article.name(),
          tokens.getFirst().paragraph(),
          new Span(tokens.getFirst().start(), tokens.getLast().end()));
    }
  }

  private List<Candidate> candidates() {
    var best = new PriorityQueue<>(Comparator.comparingInt(Candidate::score));
    for (Article article : library.articles()) {
      for (Paragraph paragraph : article.paragraphs()) {
        List<Token> tokens = Tokens.of(paragraph.text(), paragraph.number());
        int first = 0;
        for (Span sentence : paragraph.sentences()) {
          int end = first;
          while (end < tokens.size() && tokens.get(end).start() < sentence.end()) {
            end++;
          }
          int score = score(tokens.subList(first, end));
          if (score > 0) {
            best.add(new Candidate(article, tokens, first, end, score));
          }
          if (best.size() > CANDIDATES) {
            best.remove();
          }
          first = end;
        }
      }
    }
    return List.copyOf(best);
  }

  private int score(List<Token> sentence) {
    int score = 0;
    for (int i = 0; i < sentence.size(); i++) {
      score += singles.contains(sentence.get(i).folded()) ? 1 : 0;
      score += i > 0 && pairs.contains(pair(sentence.get(i - 1), sentence.get(i))) ? 2 : 0;
    }
    return score;
  }

  /** What around a candidate is most alike, if it is alike enough. */
  private Optional<Passage> passage(Candidate candidate) {
    int from = Math.max(0, candidate.first - wanted.size());
    int to = Math.min(candidate.tokens.size(), candidate.end + wanted.size());
    if (to - from > MOST_TOKENS) {
      return Optional.empty();
    }
    List<Token> around = candidate.tokens.subList(from, to);
    int[] words = IntStream.range(0, around.size()).filter(i -> around.get(i).isWord()).toArray();
    BitSet shared = shared(around);
    int[] sharedWords =
        IntStream.range(0, words.length).filter(i -> shared.get(words[i])).toArray();
    int first = 0;
    int last = -1;
    double likeness = 0;
    for (int i = 0; i < sharedWords.length; i++) {
      for (int j = i; j < sharedWords.length; j++) {
        double alike = 2.0 * (j - i + 1) / (wantedWords + sharedWords[j] - sharedWords[i] + 1);
        if (alike > likeness) {
          likeness = alike;
          first = i;
          last = j;
        }
      }
    }
    if (likeness < NEARLY || last - first + 1 < FEWEST_SHARED_WORDS) {
      return Optional.empty();
    }
    int start = words[sharedWords[first]];
    int end = words[sharedWords[last]];
    return Optional.of(new Passage(candidate.article, widened(around, start, end), likeness));
  }

  /** With the article's words in place of those that were changed at the ends. */
  private List<Token> widened(List<Token> around, int first, int last) {
    long before =
        wanted.stream()
            .takeWhile(t -> !t.folded().equals(around.get(first).folded()))
            .filter(Token::isWord)
            .count();
    long after =
        wanted.reversed().stream()
            .takeWhile(t -> !t.folded().equals(around.get(last).folded()))
            .filter(Token::isWord)
            .count();
    int start = first;
    for (long more = before <= MOST_AT_AN_END ? before : 0; more > 0 && start > 0; ) {
      more -= around.get(--start).isWord() ? 1 : 0;
    }
    int end = last + 1;
    for (long more = after <= MOST_AT_AN_END ? after : 0; more > 0 && end < around.size(); ) {
      more -= around.get(end++).isWord() ? 1 : 0;
    }
    return around.subList(start, end);
  }

  /** Places of the tokens that an alignment with the wanted ones leaves as they are. */
  private BitSet shared(List<Token> tokens) {
    var shared = new BitSet(tokens.size());
    shared.set(0, tokens.size());
    for (AbstractDelta<String> delta : differences(tokens)) {
      int start = delta.getTarget().getPosition();
      shared.clear(start, start + delta.getTarget().size());
    }
    return shared;
  }

  private List<AbstractDelta<String>> differences(List<Token> tokens) {
    return DiffUtils.diff(folded(wanted), folded(tokens)).getDeltas();
  }

  private Collation collation(Passage passage) {
    Address address = passage.address();
    Quote quote = library.quote(address, Optional.empty());
    library.verify(quote.text(), address);
    var parts = new ArrayList<Collation.Part>();
    int from = address.span().start();
    int done = 0;
    String text = library.paragraph(address).text();
    for (AbstractDelta<String> delta : differences(passage.tokens)) {
      int target = delta.getTarget().getPosition();
      from = own(Collation.Whose.BOTH, text, from, passage.tokens.subList(done, target), parts);
      other(delta.getSource().getPosition(), delta.getSource().size(), parts);
      done = target + delta.getTarget().size();
      from = own(Collation.Whose.ARTICLE, text, from, passage.tokens.subList(target, done), parts);
    }
    List<Token> rest = passage.tokens.subList(done, passage.tokens.size());
    own(Collation.Whose.BOTH, text, from, rest, parts);
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
    if (size == 0) {
      return;
    }
    int start = wanted.get(first).start();
    String said = words.substring(start, wanted.get(first + size - 1).end());
    boolean apart = start > 0 && Character.isWhitespace(words.charAt(start - 1));
    String spaced = parts.isEmpty() ? said + " " : apart ? " " + said : said;
    parts.add(new Collation.Part(Collation.Whose.OTHER, spaced));
  }

  private static List<String> folded(List<Token> tokens) {
    return tokens.stream().map(Token::folded).toList();
  }

  private static String pair(Token first, Token second) {
    return first.folded() + " " + second.folded();
  }
}
