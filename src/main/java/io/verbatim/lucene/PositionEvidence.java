package io.verbatim.lucene;

import io.verbatim.article.Article;
import io.verbatim.ranking.Evidence;
import io.verbatim.ranking.SentenceEvidence;
import java.util.List;

/**
 * What the place of a paragraph in its article says. News put first what matters most, and have
 * short paragraphs; other texts do not.
 */
final class PositionEvidence {
  /** Mean number of words below which paragraphs are short as in news. */
  private static final int SHORT = 80;

  /** Paragraphs from the first until it makes no difference any more how far down one stands. */
  private static final double DEEP = 20;

  private PositionEvidence() {}

  static boolean hasShortParagraphs(Article article) {
    return article.words() < SHORT * article.paragraphs().size();
  }

  /**
   * Puts the evidence for the sentences of a paragraph.
   *
   * @param number of the paragraph, from 1
   */
  static void put(int number, List<SentenceEvidence> sentences) {
    for (SentenceEvidence sentence : sentences) {
      sentence.put(Evidence.POSITION, Math.log(number));
      sentence.put(Evidence.POSITION_DEPTH, Math.min(1, (number - 1) / DEEP));
    }
  }
}
