package io.verbatim.verification;

import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Span;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** The sentences that share most words, and pairs of words, with some others. */
final class Candidates {
  private static final int MOST = 8;
  private static final int PAIR = 2;

  private final Set<String> singles = new HashSet<>();
  private final Set<String> pairs = new HashSet<>();
  private final PriorityQueue<Candidate> best =
      new PriorityQueue<>(Comparator.comparingInt(Candidate::score));

  /**
   * @param kin what else may be meant by the wanted words
   */
  Candidates(List<Token> wanted, Kin kin) {
    Set<String> before = Set.of();
    for (Token token : wanted) {
      var meant = new HashSet<>(kin.of(token));
      meant.add(token.folded());
      singles.addAll(meant);
      for (String first : before) {
        meant.forEach(second -> pairs.add(pair(first, second)));
      }
      before = meant;
    }
  }

  /**
   * A sentence.
   *
   * @param tokens of its paragraph
   * @param first its own first token among them
   * @param end one past its own last
   */
  record Candidate(Article article, List<Token> tokens, int first, int end, int score) {}

  /**
   * Takes in the sentences of a paragraph.
   *
   * @param tokens of the paragraph
   */
  void offer(Article article, Paragraph paragraph, List<Token> tokens) {
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
      if (best.size() > MOST) {
        best.remove();
      }
      first = end;
    }
  }

  List<Candidate> best() {
    return List.copyOf(best);
  }

  /** What a sentence shares, each word and pair once. */
  private int score(List<Token> sentence) {
    var shared = new HashSet<String>();
    int score = 0;
    String before = "";
    for (Token token : sentence) {
      String word = token.folded();
      score += singles.contains(word) && shared.add(word) ? 1 : 0;
      String pair = pair(before, word);
      score += pairs.contains(pair) && shared.add(pair) ? PAIR : 0;
      before = word;
    }
    return score;
  }

  /** Two words in a row; no word holds a space. */
  private static String pair(String first, String second) {
    return first + " " + second;
  }
}
