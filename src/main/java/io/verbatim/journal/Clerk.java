package io.verbatim.journal;

import io.verbatim.journal.JournalException.Trouble;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. While the disk takes one transaction, what others want to write
 * gathers, and is the next one: many marks, one fsync. Safe for use by many threads.
 */
final class Clerk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
  private static final int MOST_AT_ONCE = 1_000;
  private static final Duration REST = Duration.ofHours(1);

  /** Something to write. Done anew if the transaction fails, so that it must not count runs. */
  @FunctionalInterface
  interface Work<T> {
    T on(Database database) throws SQLException;
  }

  /** Something to do outside of any transaction. */
  @FunctionalInterface
  interface Upkeep {
    void on(Database database) throws SQLException, IOException;
  }

  private final Database database;
  private final BitGuard guard;
  private final Upkeep upkeep;
  private final LinkedBlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();
  private final Thread thread;
  private boolean closed;

  /**
   * @param database to write to; closed with the clerk
   * @param guard over its file; closed with the clerk
   * @param upkeep done each hour
   */
  Clerk(Database database, BitGuard guard, Upkeep upkeep) {
    this.database = database;
    this.guard = guard;
    this.upkeep = upkeep;
    this.thread = Thread.ofPlatform().name("journal").daemon().start(this::serve);
  }

  /**
   * Writes and returns when it is on disk.
   *
   * @param attempt what is done, for the message of a failure
   * @throws JournalException if it could not be written; then nothing of it is
   */
  <T> T write(String attempt, Work<T> work) {
    var task = new Task<>(attempt, work, new CompletableFuture<>());
    add(task);
    try {
      return task.result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof JournalException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Finishes what was asked for so far, and ends. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      tasks.add(new Task<>("end", _ -> false, new CompletableFuture<>()));
    }
    boolean interrupted = Thread.interrupted();
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void add(Task<?> task) {
    if (closed) {
      throw new JournalException(Trouble.CLOSED, "cannot " + task.attempt + ": closed");
    }
    tasks.add(task);
  }

  private synchronized boolean ended() {
    return closed && tasks.isEmpty();
  }

  private void serve() {
    try {
      long rested = System.nanoTime();
      while (!ended()) {
        Task<?> first = tasks.poll(1, TimeUnit.MINUTES);
        if (first != null) {
          var together = new ArrayList<Task<?>>(List.of(first));
          tasks.drainTo(together, MOST_AT_ONCE - 1);
          together(together);
        }
        if (guard.isDue()) {
          keepUp(it -> guard.empty(it, "passive"));
        }
        if (System.nanoTime() - rested > REST.toNanos()) {
          rested = System.nanoTime();
          keepUp(upkeep);
        }
      }
      guard.prepare();
      database.close();
      guard.close();
    } catch (InterruptedException | SQLException | IOException e) {
      LOG.warn("the journal was not closed as it should be: {}", e.toString());
    }
  }

  private void together(List<Task<?>> all) {
    try {
      transaction(all);
    } catch (SQLException | RuntimeException e) {
      if (all.size() == 1) {
        all.getFirst().fail(e);
      } else {
        // One of them cannot be done, and must not take the others with it.
        all.forEach(task -> together(List.of(task)));
      }
    }
  }

  private void transaction(List<Task<?>> all) throws SQLException {
    var done = new ArrayList<Runnable>();
    database.execute("begin immediate");
    try {
      for (Task<?> task : all) {
        done.add(task.run(database));
      }
      database.execute("commit");
    } catch (SQLException | RuntimeException e) {
      rollBack();
      throw e;
    }
    guard.committed();
    done.forEach(Runnable::run);
  }

  private void rollBack() {
    try {
      database.execute("rollback");
    } catch (SQLException e) {
      // A full disk has rolled it back already.
      LOG.debug("nothing to roll back: {}", e.toString());
    }
  }

  private void keepUp(Upkeep upkeep) {
    try {
      upkeep.on(database);
    } catch (SQLException | IOException e) {
      LOG.warn("the journal could not be tidied: {}", e.toString());
    }
  }

  private record Task<T>(String attempt, Work<T> work, CompletableFuture<T> result) {
    Runnable run(Database database) throws SQLException {
      T value = work.on(database);
      return () -> result.complete(value);
    }

    void fail(Exception e) {
      result.completeExceptionally(
          e instanceof SQLException cause ? new JournalException("cannot " + attempt, cause) : e);
    }
  }
}
