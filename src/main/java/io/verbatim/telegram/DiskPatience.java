package io.verbatim.telegram;

import io.verbatim.journal.JournalException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the journal again and again while its disk is full: what Telegram has taken must not be
 * forgotten, or it would be sent twice. Safe for use by many threads.
 */
final class DiskPatience {
  private static final Logger LOG = LoggerFactory.getLogger(DiskPatience.class);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Pause pause;

  DiskPatience(Pause pause) {
    this.pause = pause;
  }

  /**
   * Writes, however long that takes.
   *
   * @return whether it is written; false if the bot is to stop before it could be
   * @throws JournalException if it is not the disk that is in the way
   */
  boolean write(Runnable work) {
    boolean told = false;
    do {
      try {
        work.run();
        return true;
      } catch (JournalException e) {
        if (e.trouble() != JournalException.Trouble.DISK) {
          throw e;
        }
        if (!told) {
          LOG.error("answers cannot be recorded, will go on trying: {}", Lanes.reason(e));
        }
        told = true;
      }
    } while (pause.pause(RETRY));
    return false;
  }
}
