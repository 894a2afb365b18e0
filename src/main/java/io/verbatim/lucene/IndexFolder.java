package io.verbatim.lucene;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Indexes on disk, one folder for each state of a library, named by its checksum. An index is built
 * beside its place and moved there when it is whole, so that a crash leaves nothing half-written
 * and processes may share the folder.
 */
final class IndexFolder {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
  private static final int KEPT = 4;
  private static final String BUILDING = ".building-";
  private static final Duration BUILD_TAKES_AT_MOST = Duration.ofHours(6);

  private final Path folder;

  IndexFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The index that would be written: the one that is there if it is sound, or else a new one.
   *
   * @throws IOException if the folder cannot be written or the new index cannot be read
   */
  DirectoryReader open(IndexWriting writing) throws IOException {
    String checksum = writing.checksum();
    Path place = folder.resolve(checksum);
    if (Files.isDirectory(place)) {
      try {
        DirectoryReader reader = sound(place, checksum);
        Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
        return reader;
      } catch (IOException | IllegalArgumentException e) {
        LOG.atWarn()
            .addKeyValue("index", place)
            .addKeyValue("reason", e.toString())
            .log("Index is damaged, building it anew");
        IOUtils.rm(place);
      }
    }
    build(writing, place);
    deleteOld(place);
    return sound(place, checksum);
  }

  /** Reads every byte once and compares it with its checksum. */
  private static DirectoryReader sound(Path place, String checksum) throws IOException {
    DirectoryReader reader = DirectoryReader.open(FSDirectory.open(place));
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      String written = reader.getIndexCommit().getUserData().get(IndexWriting.CHECKSUM);
      if (!checksum.equals(written)) {
        throw new IOException("written for checksum " + written);
      }
      return reader;
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private void build(IndexWriting writing, Path place) throws IOException {
    Files.createDirectories(folder);
    Path building = Files.createTempDirectory(folder, BUILDING);
    try {
      try (Directory directory = FSDirectory.open(building)) {
        writing.write(directory);
      }
      Files.move(building, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(place)) {
        throw e;
      }
      LOG.debug("another process built the same index first", e);
    } finally {
      IOUtils.rm(building);
    }
  }

  /** Keeps the indexes used last, so that going back and forth between libraries costs nothing. */
  private void deleteOld(Path current) {
    try (var places = Files.list(folder)) {
      List<Path> old =
          places
              .filter(place -> !place.equals(current) && Files.isDirectory(place))
              .filter(place -> !isBeingBuilt(place))
              .sorted(Comparator.comparing(IndexFolder::lastUsed).reversed())
              .skip(KEPT - 1L)
              .toList();
      for (Path place : old) {
        IOUtils.rm(place);
      }
    } catch (IOException e) {
      LOG.debug("an old index is still there, perhaps deleted by another process just now", e);
    }
  }

  private static boolean isBeingBuilt(Path place) {
    return place.getFileName().toString().startsWith(BUILDING)
        && lastUsed(place).toInstant().isAfter(Instant.now().minus(BUILD_TAKES_AT_MOST));
  }

  private static FileTime lastUsed(Path place) {
    try {
      return Files.getLastModifiedTime(place);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // it is gone already
    }
  }
}
