package io.verbatim.journal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that a journal is in, with what else belongs to the bot's owner alone. */
public final class Folder {
  private static final String LIBRARIES = "org.sqlite.tmpdir";

  private Folder() {}

  /** Readies the folder for a journal, which only its owner may read. */
  static void prepare(Path file) throws IOException {
    make(file);
    if (System.getProperty(LIBRARIES) == null) {
      System.setProperty(LIBRARIES, libraries(file.resolveSibling("native")).toString());
    }
  }

  /** A file in the same folder whose name goes on where that of another ends. */
  static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  /**
   * Makes a file that only its owner may read, if there is none.
   *
   * @throws IOException if it cannot be made
   */
  public static void make(Path file) throws IOException {
    if (Files.notExists(file)) {
      Files.createFile(file, forOwner());
    }
  }

  /**
   * A folder that SQLite's library is unpacked into at each start. Where it goes by itself, the
   * folder for temporary files, it may not be run, and stays behind when the process is killed
   * (sqlite-jdbc 3.54.1.0).
   */
  private static Path libraries(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.deleteIfExists(file);
      }
    }
    return folder.toAbsolutePath();
  }

  private static FileAttribute<?>[] forOwner() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
