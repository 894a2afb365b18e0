package io.verbatim.app;

import io.verbatim.bot.Bookkeeping;
import io.verbatim.bot.Statistics;
import io.verbatim.journal.Journal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** What a journal has counted, as the conversation tells it. */
final class JournalFigures {
  private JournalFigures() {}

  /**
   * The figures of everything that the journal still has.
   *
   * @param questions whether questions are kept for the operator to read
   */
  static Bookkeeping of(Journal journal, boolean questions) {
    return new Bookkeeping(() -> Optional.of(read(journal)), questions);
  }

  private static Statistics read(Journal journal) {
    var counted = journal.statistics(Instant.EPOCH);
    return new Statistics(
        counted.outcomes().getOrDefault("quoted", 0L),
        counted.outcomes().getOrDefault("related", 0L),
        counted.outcomes().getOrDefault("not-covered", 0L),
        counted.median(),
        counted.slow(),
        journal.tallies().stream()
            .map(tally -> new Statistics.Votes(tally.article(), tally.good(), tally.bad()))
            .toList(),
        counted.sections().stream()
            .map(shown ->
                new Statistics.Section(
                    shown.article(),
                    Optional.of(shown.section()).filter(Predicate.not(String::isEmpty)),
                    shown.number()))
            .toList(),
        counted.uncovered().stream()
            .map(asked -> new Statistics.Unanswered(asked.question(), asked.number()))
            .toList());
  }
}
