package io.verbatim.app;

import io.verbatim.journal.FolderLock;
import io.verbatim.journal.Journal;
import io.verbatim.journal.JournalException;
import io.verbatim.telegram.TelegramBot.Keeping;
import io.verbatim.telegram.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What outlives a run of the bot: one process at a time may have it open.
 *
 * @param lock on its folder
 * @param journal of this bot
 * @param folder where it is
 */
record State(FolderLock lock, Journal journal, Path folder) implements AutoCloseable {
  /**
   * Opens it.
   *
   * @throws Failure if another process has it open, or it cannot be kept
   */
  static State open(Path folder, Token token) {
    try {
      Optional<FolderLock> lock = FolderLock.take(folder);
      if (lock.isEmpty()) {
        throw Failure.configuration(
            "another Verbatim keeps its state in %s: stop it, or give this one another %s (%s)"
                .formatted(folder, Setting.STATE_FOLDER.key(), Setting.STATE_FOLDER.variable()));
      }
      return new State(lock.get(), journal(folder, token), folder);
    } catch (IOException | JournalException e) {
      throw Failure.configuration(
          "cannot keep the state in %s (%s); %s or %s may name another folder"
              .formatted(folder, e, Setting.STATE_FOLDER.key(), Setting.STATE_FOLDER.variable()),
          e);
    }
  }

  /** As the bot takes it. */
  Keeping keeping() {
    return new Keeping(journal, folder.resolve("quarantine.jsonl"));
  }

  @Override
  public void close() {
    try (lock) {
      journal.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot give the state back", e);
    }
  }

  /** One journal for each bot: ids of updates and chats mean nothing to another. */
  private static Journal journal(Path folder, Token token) {
    return Journal.open(folder.resolve("journal-" + token.bot() + ".db"), InstantSource.system());
  }
}
