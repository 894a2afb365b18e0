package io.verbatim.telegram;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.verbatim.journal.Change;
import io.verbatim.journal.Inbox;
import io.verbatim.journal.Journal;
import io.verbatim.journal.JournalException;
import io.verbatim.journal.Received;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes updates over from Telegram, however they come: onto the disk, and into the lanes. Safe for
 * use by many threads.
 */
final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /** Twice what Telegram keeps for a bot; some 200 MB. */
  static final int MOST_WAITING = 200_000;

  private final Journal journal;
  private final Inbox inbox;
  private final Quarantine quarantine;
  private final Predicate<Batch.Element> beside;
  private final Consumer<List<Long>> wake;
  private final Consumer<JournalException> broken;
  private final InstantSource clock;
  private final int most;
  private final Counter updates;

  /**
   * @param beside sees at once to what need not be kept, and tells whether it did
   * @param wake is told the chats of what was taken
   * @param broken is told if the journal can no longer be used
   * @param most updates that may wait
   */
  Intake(
      Journal journal,
      Quarantine quarantine,
      Predicate<Batch.Element> beside,
      Consumer<List<Long>> wake,
      Consumer<JournalException> broken,
      InstantSource clock,
      int most,
      MeterRegistry meters) {
    this.journal = journal;
    this.inbox = journal.inbox();
    this.quarantine = quarantine;
    this.beside = beside;
    this.wake = wake;
    this.broken = broken;
    this.clock = clock;
    this.most = most;
    this.updates = meters.counter("verbatim.updates");
  }

  /** The offset to poll from; 0 at the first start. */
  int position() {
    return Math.toIntExact(inbox.position());
  }

  /** Whether so many wait that no more should be fetched. */
  boolean isFull() {
    return inbox.waiting() >= most;
  }

  /**
   * Takes over what a poll brought; on disk when it returns.
   *
   * @param asked offset of the poll
   * @throws JournalException if it could not be kept; then it is not taken over
   */
  void take(Batch batch, int asked) {
    quarantine.tidy();
    if (batch.next() > 0) {
      List<Batch.Element> kept = batch.updates().stream().filter(beside.negate()).toList();
      // Before the others: what is set aside twice after a crash is better than never.
      batch.unreadable().forEach(this::setAside);
      keep(() -> updates.increment(inbox.take(received(kept), asked, batch.next())));
      wake.accept(kept.stream().map(Batch.Element::chat).distinct().toList());
    }
  }

  /**
   * Takes over an update that came by itself; on disk when it returns.
   *
   * @throws JournalException if it could not be kept; then it is not taken over
   */
  void take(Batch.Element update) {
    if (!beside.test(update)) {
      keep(() -> updates.increment(inbox.take(received(List.of(update)))));
      wake.accept(List.of(update.chat()));
    }
  }

  /**
   * Takes over what a webhook was brought; on disk when it returns. What is no update is set aside,
   * since it would be brought again for ever.
   *
   * @throws JournalException if it could not be kept; then it is not taken over
   */
  void take(String body) {
    quarantine.tidy();
    Batch batch = GetBatch.delivered(body);
    batch.updates().forEach(this::take);
    batch.unreadable().forEach(this::setAside);
    if (batch.next() == 0) {
      LOG.error("a delivery is no update and is set aside");
      quarantine.add(body);
    }
  }

  /** Keeps an update that cannot be read, for whoever can. */
  void setAside(Batch.Element update) {
    LOG.error("update {} cannot be read and is set aside", update.id());
    quarantine.add(update.json());
    keep(() -> journal.keep(new Change.GivenUp(update.id(), update.chat(), "unreadable")));
  }

  private void keep(Runnable writing) {
    try {
      writing.run();
    } catch (JournalException e) {
      if (e.trouble() == JournalException.Trouble.DAMAGE) {
        broken.accept(e);
      }
      throw e;
    }
  }

  private List<Received> received(List<Batch.Element> updates) {
    Instant now = clock.instant();
    return updates.stream()
        .map(update -> new Received(update.id(), update.chat(), now, update.json()))
        .toList();
  }
}
