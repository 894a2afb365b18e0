package io.verbatim.summary;

import io.verbatim.article.Article;
import java.util.Locale;
import java.util.Optional;

/** How long a summary is wanted. */
public sealed interface Length {
  /** Number of sentences for an article, at least 1. */
  int sentences(Article article);

  /** The length that readers get who ask for none. */
  static Length usual() {
    return Named.MEDIUM;
  }

  /**
   * A length as people type it: {@code short}, {@code medium}, {@code long}, {@code outline}, a
   * number from 1 to 99, or nothing for the usual one.
   */
  static Optional<Length> parse(String text) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    if (typed.isEmpty()) {
      return Optional.of(usual());
    }
    if (typed.matches("[1-9]\\d?")) {
      return Optional.of(new Sentences(Integer.parseInt(typed)));
    }
    for (Named named : Named.values()) {
      if (named.name().toLowerCase(Locale.ROOT).equals(typed)) {
        return Optional.of(named);
      }
    }
    return Optional.empty();
  }

  /**
   * So many sentences.
   *
   * @param count at least 1
   */
  record Sentences(int count) implements Length {
    /**
     * @throws IllegalArgumentException if the count is below 1
     */
    public Sentences {
      if (count < 1) {
        throw new IllegalArgumentException("a summary of " + count + " sentences");
      }
    }

    @Override
    public int sentences(Article article) {
      return count;
    }
  }

  /** Lengths that fit the article. */
  enum Named implements Length {
    /** One sentence. */
    SHORT,
    /** Three to five sentences. */
    MEDIUM,
    /** About a fifth of the article, twelve sentences at most. */
    LONG,
    /** A sentence for every section. */
    OUTLINE;

    @Override
    public int sentences(Article article) {
      int all = article.sentences();
      return switch (this) {
        case SHORT -> 1;
        case MEDIUM -> Math.clamp(Math.round(all / 8.0), 3, 5);
        case OUTLINE -> 1 + Candidate.of(article).getLast().section();
        case LONG -> Math.clamp(Math.round(all / 5.0), MEDIUM.sentences(article) + 1, 12);
      };
    }
  }
}
