package io.verbatim.verification;

import io.verbatim.article.Library;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which words of a library may be meant by words that it does not have: those that one slip of the
 * pen makes of them, or two where they are long. Numbers are meant as they are written.
 */
final class Kin {
  /** Nothing is meant but what is written. */
  static final Kin NONE = new Kin(Map.of());

  /** In more words one that is misspelt does not decide whether they are found. */
  private static final int MOST_WORDS = 20;

  /** A shorter word becomes another one too easily; one that stands alone, even more so. */
  private static final int SHORTEST = 4;

  private static final int SHORTEST_ALONE = 5;

  /** In a word as long as this two slips are forgiven. */
  private static final int LONG = 9;

  private final Map<String, Set<String>> meant;

  private Kin(Map<String, Set<String>> meant) {
    this.meant = meant;
  }

  static Kin of(Library library, List<Token> wanted) {
    List<Token> words = wanted.stream().filter(Token::isWord).toList();
    if (words.size() > MOST_WORDS) {
      return NONE;
    }
    int shortest = words.size() > 1 ? SHORTEST : SHORTEST_ALONE;
    Set<String> unknown =
        words.stream()
            .map(Token::folded)
            .filter(word -> isSpelt(word, shortest))
            .collect(Collectors.toCollection(HashSet::new));
    var known = new HashSet<String>();
    words(library)
        .takeWhile(_ -> !unknown.isEmpty())
        .forEach(word -> {
          known.add(word);
          unknown.remove(word); // a word that the library has is no slip
        });
    var meant = new HashMap<String, Set<String>>();
    for (String slip : unknown) {
      Set<String> near =
          known.stream()
              .filter(word -> isSpelt(word, shortest) && areNear(slip, word))
              .collect(Collectors.toUnmodifiableSet());
      if (!near.isEmpty()) {
        meant.put(slip, near);
      }
    }
    return meant.isEmpty() ? NONE : new Kin(meant);
  }

  private static Stream<String> words(Library library) {
    return library.articles().stream()
        .flatMap(article -> article.paragraphs().stream())
        .flatMap(paragraph -> Tokens.of(paragraph.text(), paragraph.number()).stream())
        .map(Token::folded);
  }

  /** The words that may be meant by one; itself not among them. */
  Set<String> of(Token wanted) {
    return meant.getOrDefault(wanted.folded(), Set.of());
  }

  /** Whether a token is the wanted one, or may be meant by it. */
  boolean isMeant(Token wanted, Token token) {
    return wanted.folded().equals(token.folded()) || of(wanted).contains(token.folded());
  }

  private static boolean isSpelt(String word, int shortest) {
    return word.length() >= shortest && word.codePoints().noneMatch(Character::isDigit);
  }

  /** Whether the one becomes the other by as many slips as its length allows. */
  static boolean areNear(String one, String other) {
    int most = Math.min(one.length(), other.length()) >= LONG ? 2 : 1;
    return Math.abs(one.length() - other.length()) <= most && slips(one, other) <= most;
  }

  /**
   * Letters that are missing, too many, wrong, or in the place of their neighbour (optimal string
   * alignment distance).
   */
  private static int slips(String one, String other) {
    var slips = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          slips[i][j] = i + j;
          continue;
        }
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int fewest =
            Math.min(slips[i - 1][j - 1] + wrong, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        slips[i][j] = swapped ? Math.min(fewest, slips[i - 2][j - 2] + 1) : fewest;
      }
    }
    return slips[one.length()][other.length()];
  }
}
