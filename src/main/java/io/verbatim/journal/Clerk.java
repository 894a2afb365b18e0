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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. While the disk takes one transaction, what others want to write
 * gathers, and is the next one: many marks, one fsync. Safe for use by many threads.
 */
final class Clerk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
  private static final int MOST_AT_ONCE = 1_000;

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
  private final Duration rest;
  private final LinkedBlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();
  private final Thread thread;

  /** Why nothing more is written; null as long as it is. */
  private @Nullable Trouble end;

  /**
   * @param database to write to; closed with the clerk
   * @param guard over its file; closed with the clerk
   * @param rest after which the upkeep is done again
   */
  Clerk(Database database, BitGuard guard, Upkeep upkeep, Duration rest) {
    this.database = database;
    this.guard = guard;
    this.upkeep = upkeep;
    this.rest = rest;
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
      if (end != null) {
        return;
      }
      end = Trouble.CLOSED;
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
    if (end != null) {
      throw task.refusal(end);
    }
    tasks.add(task);
  }

  private synchronized boolean ended() {
    return end != null && tasks.isEmpty();
  }

  private void serve() {
    try {
      work();
      guard.prepare();
      database.close();
      guard.seal();
      guard.close();
    } catch (Throwable e) {
      // Whoever waits would wait for ever. The file is left as after a kill: the next start sees
      // to it.
      LOG.error("the journal can no longer be written", e);
      breakOff();
    }
  }

  private synchronized void breakOff() {
    end = Trouble.DAMAGE;
    tasks.forEach(task -> task.fail(task.refusal(Trouble.DAMAGE)));
    tasks.clear();
  }

  private void work() throws InterruptedException {
    long rested = System.nanoTime();
    while (!ended()) {
      Task<?> first = tasks.poll(1, TimeUnit.MINUTES);
      if (first != null) {
        var together = new ArrayList<Task<?>>(List.of(first));
        tasks.drainTo(together, MOST_AT_ONCE - 1);
        try {
          together(together);
        } finally {
          // Only what an error has left: others are told already.
          together.forEach(task -> task.fail(task.refusal(Trouble.DAMAGE)));
        }
      }
      if (guard.isDue()) {
        keepUp(it -> guard.empty(it, "passive"));
      }
      if (System.nanoTime() - rested >= rest.toNanos()) {
        rested = System.nanoTime();
        keepUp(upkeep);
      }
    }
  }

  private void together(List<Task<?>> all) {
    List<Runnable> done;
    try {
      done = transaction(all);
    } catch (SQLException | RuntimeException e) {
      if (all.size() == 1) {
        all.getFirst().fail(e);
      } else {
        // One of them cannot be done, and must not take the others with it.
        all.forEach(task -> together(List.of(task)));
      }
      return;
    }
    try {
      guard.committed();
    } finally {
      done.forEach(Runnable::run);
    }
  }

  /** Does all of it or nothing, and gives what tells those who wait for it. */
  private List<Runnable> transaction(List<Task<?>> all) throws SQLException {
    var done = new ArrayList<Runnable>();
    database.execute("begin immediate");
    boolean whole = false;
    try {
      for (Task<?> task : all) {
        done.add(task.run(database));
      }
      commit();
      whole = true;
    } finally {
      if (!whole) {
        rollBack();
      }
    }
    return done;
  }

  private void commit() throws SQLException {
    try {
      database.execute("commit");
    } catch (SQLException e) {
      // What it left in the log looks like what was committed.
      guard.giveUp(e);
      throw e;
    }
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
    } catch (SQLException | IOException | RuntimeException e) {
      LOG.warn("the journal could not be tidied: {}", e.toString());
    }
  }

  private record Task<T>(String attempt, Work<T> work, CompletableFuture<T> result) {
    Runnable run(Database database) throws SQLException {
      T value = work.on(database);
      return () -> result.complete(value);
    }

    JournalException refusal(Trouble trouble) {
      return new JournalException(
          trouble,
          "cannot "
              + attempt
              + (trouble == Trouble.CLOSED ? ": closed" : ": writing has broken off"));
    }

    void fail(Exception e) {
      result.completeExceptionally(
          e instanceof SQLException cause ? new JournalException("cannot " + attempt, cause) : e);
    }
  }
}
