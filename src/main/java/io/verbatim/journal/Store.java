package io.verbatim.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes by the clerk, reads beside him. Safe for use by many threads. */
final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  private final Clerk clerk;
  private final InstantSource clock;
  private final ReentrantLock reading = new ReentrantLock();

  /** Guarded by {@link #reading}. */
  private final Database reader;

  private boolean closed;

  Store(Clerk clerk, Database reader, InstantSource clock) {
    this.clerk = clerk;
    this.reader = reader;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** As {@link Clerk#write}. */
  <T> T write(String attempt, Clerk.Work<T> work) {
    return clerk.write(attempt, work);
  }

  /** Reads what has been written. */
  <T> T read(String attempt, Clerk.Work<T> work) {
    reading.lock();
    try {
      if (closed) {
        throw new JournalException(
            JournalException.Trouble.CLOSED, "cannot " + attempt + ": closed");
      }
      return work.on(reader);
    } catch (SQLException e) {
      throw new JournalException("cannot " + attempt, e);
    } finally {
      reading.unlock();
    }
  }

  /** Sets something for writing. */
  void pragma(String setting) {
    clerk.write(
        "set " + setting,
        database -> {
          database.execute("pragma " + setting);
          return true;
        });
  }

  @Override
  public void close() {
    reading.lock();
    try {
      closed = true;
      reader.close();
    } catch (SQLException e) {
      LOG.warn("the journal was not closed as it should be: {}", e.toString());
    } finally {
      reading.unlock();
    }
    clerk.close();
  }
}
