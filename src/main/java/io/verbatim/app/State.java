package io.verbatim.app;

import io.verbatim.journal.FolderLock;
import io.verbatim.journal.Journal;
import io.verbatim.journal.JournalException;
import io.verbatim.telegram.TelegramBot.Keeping;
import io.verbatim.telegram.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What outlives a run of the bot: one process at a time may have it open.
 *
 * @param lock on its folder
 * @param journal of this bot
 * @param folder where it is
 */
record State(FolderLock lock, Journal journal, Path folder) implements AutoCloseable {
  private static final String NO_SPACE = "No space left";
  private static final String JOURNAL = "journal-%s.db";

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
      boolean disk =
          e instanceof JournalException journal
              ? journal.trouble() == JournalException.Trouble.DISK
              : String.valueOf(e.getMessage()).contains(NO_SPACE);
      String message =
          "cannot keep the state in %s (%s); make room there, or %s or %s may name another folder"
              .formatted(folder, e, Setting.STATE_FOLDER.key(), Setting.STATE_FOLDER.variable());
      throw disk ? Failure.disk(message, e) : Failure.configuration(message, e);
    }
  }

  /**
   * As the bot takes it.
   *
   * @param questions whether questions are kept for the operator to read
   */
  Keeping keeping(boolean questions) {
    return new Keeping(journal, folder.resolve("quarantine.jsonl"), questions);
  }

  @Override
  public void close() {
    try (lock) {
      journal.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot give the state back", e);
    }
  }

  /** The journals in a folder; with a token, that of its bot alone. */
  static List<Path> journals(Path folder, Optional<Token> token) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    String wanted = JOURNAL.formatted(token.map(known -> known.bot() + "").orElse("*"));
    try (var found = Files.newDirectoryStream(folder, wanted)) {
      return StreamSupport.stream(found.spliterator(), false).sorted().toList();
    }
  }

  /** One journal for each bot: ids of updates and chats mean nothing to another. */
  private static Journal journal(Path folder, Token token) {
    return Journal.open(folder.resolve(JOURNAL.formatted(token.bot())), InstantSource.system());
  }
}
