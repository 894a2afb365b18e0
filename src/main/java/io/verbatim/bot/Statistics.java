package io.verbatim.bot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Figures for the operator's own people.
 *
 * @param quoted questions that were answered
 * @param related questions that had nothing but passages near them
 * @param notCovered questions that the articles do not speak of
 * @param typical time that half of the replies took at most; empty if there were none
 * @param slow time that 95 of 100 replies took at most; empty if there were none
 * @param votes on answers, by article
 * @param sections most asked first
 * @param unanswered questions that were not covered, most asked first; none unless questions are
 *     kept
 */
public record Statistics(
    long quoted,
    long related,
    long notCovered,
    Optional<Duration> typical,
    Optional<Duration> slow,
    List<Votes> votes,
    List<Section> sections,
    List<Unanswered> unanswered) {
  /** Copies the lists. */
  public Statistics {
    votes = List.copyOf(votes);
    sections = List.copyOf(sections);
    unanswered = List.copyOf(unanswered);
  }

  /** Number of questions. */
  public long asked() {
    return quoted + related + notCovered;
  }

  /**
   * Votes on answers from an article.
   *
   * @param article name of the article
   * @param good votes for them
   * @param bad votes against them
   */
  public record Votes(String article, long good, long bad) {}

  /**
   * A part of an article that questions led to.
   *
   * @param article name of the article
   * @param title of the section; empty for what stands under no heading
   * @param times how many questions led there
   */
  public record Section(String article, Optional<String> title, long times) {}

  /** A question that was not covered, and how often it was asked. */
  public record Unanswered(String question, long times) {}
}
