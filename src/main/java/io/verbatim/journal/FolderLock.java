package io.verbatim.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to be the only one who keeps state in a folder; the system takes it back at the end.
 */
public final class FolderLock implements AutoCloseable {
  private static final String LOCK = "lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the right to a folder, which is made if need be; empty if somebody else has it.
   *
   * @throws IOException if the folder cannot be written
   */
  public static Optional<FolderLock> take(Path folder) throws IOException {
    Files.createDirectories(folder);
    var channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new FolderLock(channel));
      }
    } catch (OverlappingFileLockException e) {
      // Another part of this process has it.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  /**
   * Whether somebody has the right to a folder. Nothing is made.
   *
   * @throws IOException if the lock may not be opened
   */
  public static boolean isTaken(Path folder) throws IOException {
    if (Files.notExists(folder.resolve(LOCK))) {
      return false;
    }
    try (var lock = take(folder).orElse(null)) {
      return lock == null;
    }
  }

  /** Gives the right back. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
