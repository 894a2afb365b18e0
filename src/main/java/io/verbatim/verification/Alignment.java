package io.verbatim.verification;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Some words beside those around a sentence of an article. Finds the run of the latter that is most
 * alike: likeness is twice the weight of the words that are shared, in order, over the weight of
 * both sides.
 */
final class Alignment {
  /** Least likeness that is worth showing, of many words; of few, more must be the same. */
  private static final double NEARLY = 0.6;

  private static final int MANY_WORDS = 12;
  private static final double MORE_FOR_EACH_LESS = 0.025;

  private static final int FEWEST_SHARED_WORDS = 2;

  /** Words changed at an end that are shown beside the article's own. */
  private static final int MOST_AT_AN_END = 2;

  private final List<Token> wanted;
  private final List<Token> around;
  private final Kin kin;
  private final int weight;

  Alignment(List<Token> wanted, List<Token> around, Kin kin) {
    this.wanted = wanted;
    this.around = around;
    this.kin = kin;
    this.weight = wanted.stream().mapToInt(Token::weight).sum();
  }

  /** What differs between wanted tokens and others, in order. */
  static List<AbstractDelta<Token>> differences(List<Token> wanted, List<Token> others, Kin kin) {
    return DiffUtils.diff(wanted, others, kin::isMeant).getDeltas();
  }

  /**
   * A run of tokens.
   *
   * @param likeness above 0, at most 1
   */
  record Run(List<Token> tokens, double likeness) {}

  /** The run that is most alike, if it is alike enough. */
  Optional<Run> mostAlike() {
    // A ratio is the greatest when no other is above it in the linear form (Dinkelbach 1967).
    long fewer = Math.max(0, MANY_WORDS - words(wanted));
    Optional<Stretch> best = above(NEARLY + fewer * MORE_FOR_EACH_LESS);
    for (var next = best; next.isPresent(); next = above(next.get().likeness())) {
      best = next;
    }
    return best.flatMap(this::run);
  }

  /**
   * A stretch of the tokens around, aligned with wanted ones.
   *
   * @param start index of its first token; once something is shared, that is shared
   * @param shared weight of what is shared
   * @param all weight of all its tokens
   * @param gain how far it is above the likeness that is to be beaten
   */
  private record Stretch(int start, int end, int shared, int all, double gain, int wanted) {
    double likeness() {
      return 2.0 * shared / (wanted + all);
    }

    /** With one more token, of which a share is gained. */
    Stretch with(int weight, int gained, double likeness) {
      return new Stretch(
          start,
          end + 1,
          shared + gained,
          all + weight,
          gain + 2 * gained - likeness * weight,
          wanted);
    }
  }

  private Stretch begin(int at) {
    return new Stretch(at, at, 0, 0, 0, weight);
  }

  /** The stretch that is furthest above a likeness; empty if none is above it. */
  private Optional<Stretch> above(double likeness) {
    double most = likeness * weight + 1e-9;
    Optional<Stretch> best = Optional.empty();
    // For each number of wanted tokens the best stretch that ends before the token at hand.
    var ending = new Stretch[wanted.size() + 1];
    Arrays.fill(ending, begin(0));
    for (int at = 0; at < around.size(); at++) {
      Token token = around.get(at);
      Stretch before = ending[0];
      ending[0] = begin(at + 1);
      for (int i = 1; i < ending.length; i++) {
        Stretch passed = ending[i].with(token.weight(), 0, likeness);
        Stretch next = passed.gain > 0 ? passed : begin(at + 1);
        next = ending[i - 1].gain > next.gain ? ending[i - 1] : next;
        if (token.isWord() && kin.isMeant(wanted.get(i - 1), token)) {
          Stretch shared = before.with(token.weight(), token.weight(), likeness);
          next = shared.gain >= next.gain ? shared : next;
          if (shared.gain > most) {
            most = shared.gain;
            best = Optional.of(shared);
          }
        }
        before = ending[i];
        ending[i] = next;
      }
    }
    return best;
  }

  private Optional<Run> run(Stretch stretch) {
    List<Token> tokens = around.subList(stretch.start, stretch.end);
    int[] same = same(tokens);
    long shared =
        IntStream.range(0, same.length).filter(i -> same[i] >= 0 && tokens.get(i).isWord()).count();
    return shared >= FEWEST_SHARED_WORDS || shared == words(wanted)
        ? Optional.of(new Run(widened(stretch, same), Math.min(1, stretch.likeness())))
        : Optional.empty();
  }

  /** For each token, which wanted one it is; -1 if it is none. */
  private int[] same(List<Token> tokens) {
    var same = new int[tokens.size()];
    int shift = 0;
    int at = 0;
    for (AbstractDelta<Token> delta : differences(wanted, tokens, kin)) {
      for (; at < delta.getTarget().getPosition(); at++) {
        same[at] = at + shift;
      }
      Arrays.fill(same, at, at + delta.getTarget().size(), -1);
      at += delta.getTarget().size();
      shift += delta.getSource().size() - delta.getTarget().size();
    }
    for (; at < same.length; at++) {
      same[at] = at + shift;
    }
    return same;
  }

  /** With the article's words in place of those that were changed at the ends, and its marks. */
  private List<Token> widened(Stretch stretch, int[] same) {
    int first = Arrays.stream(same).filter(i -> i >= 0).min().orElseThrow();
    int last = Arrays.stream(same).filter(i -> i >= 0).max().orElseThrow();
    long before = words(wanted.subList(0, first));
    long after = words(wanted.subList(last + 1, wanted.size()));
    int start = stretch.start;
    for (long more = before <= MOST_AT_AN_END ? before : 0; more > 0 && start > 0; ) {
      more -= around.get(--start).isWord() ? 1 : 0;
    }
    int end = stretch.end;
    for (long more = after <= MOST_AT_AN_END ? after : 0; more > 0 && end < around.size(); ) {
      more -= around.get(end++).isWord() ? 1 : 0;
    }
    while (before == 0 && first-- > 0 && start > 0 && isSame(first, start - 1)) {
      start--;
    }
    while (after == 0 && ++last < wanted.size() && end < around.size() && isSame(last, end)) {
      end++;
    }
    return List.copyOf(around.subList(start, end));
  }

  private boolean isSame(int ofWanted, int ofAround) {
    return wanted.get(ofWanted).folded().equals(around.get(ofAround).folded());
  }

  private static long words(List<Token> tokens) {
    return tokens.stream().filter(Token::isWord).count();
  }
}
