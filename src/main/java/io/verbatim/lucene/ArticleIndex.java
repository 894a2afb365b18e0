package io.verbatim.lucene;

import io.verbatim.article.Library;
import io.verbatim.embedding.Encoders;
import io.verbatim.ranking.Candidates;
import io.verbatim.retrieval.Ranking;
import io.verbatim.retrieval.RetrievalException;
import io.verbatim.retrieval.Retriever;
import io.verbatim.retrieval.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntConsumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IOUtils;

/**
 * The Lucene index of a library, open for search. It answers by its words at once, and by what the
 * encoders read as soon as {@link #read} has been done. Safe for use by many threads.
 */
public final class ArticleIndex implements Retriever, AutoCloseable {
  /** BM25 with the constants of Anserini, which suit passages. */
  static final Similarity BM25 = new BM25Similarity(0.9f, 0.4f);

  private final Library library;
  private final Optional<Path> folder;
  private final Search words;

  /** Held for reading by who searches, so that nothing is closed under a search. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private volatile Search search;
  private boolean closed;

  private ArticleIndex(Library library, Optional<Path> folder) throws IOException {
    this.library = library;
    this.folder = folder;
    this.words = open(Optional.empty(), written -> {});
    this.search = words;
  }

  /**
   * Opens the index of a library in a folder; builds it if it is missing, damaged or of another
   * library.
   *
   * @throws IOException if the folder cannot be written or read
   */
  public static ArticleIndex open(Library library, Path folder) throws IOException {
    return new ArticleIndex(library, Optional.of(folder));
  }

  /**
   * Builds the index of a library in memory.
   *
   * @throws IOException if it cannot be built
   */
  public static ArticleIndex inMemory(Library library) throws IOException {
    return new ArticleIndex(library, Optional.empty());
  }

  /**
   * Has every paragraph read by encoders, unless the folder holds their readings already; questions
   * are answered by words meanwhile.
   *
   * @param encoders stay open as long as this index, and are not closed with it
   * @param progress is told how many paragraphs are read so far
   * @throws IOException if the readings cannot be written or read
   */
  public void read(Encoders encoders, IntConsumer progress) throws IOException {
    Search opened = open(Optional.of(encoders), progress);
    use.writeLock().lock();
    try {
      if (closed) {
        opened.close();
      } else {
        search = opened;
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  /** Whether questions are answered by what the encoders read, and not by words alone. */
  public boolean answersByMeaning() {
    return search != words;
  }

  private Search open(Optional<Encoders> encoders, IntConsumer progress) throws IOException {
    var writing = new IndexWriting(library, encoders, progress);
    if (folder.isPresent()) {
      return new Search(library, new IndexFolder(folder.get()).open(writing), encoders);
    }
    var directory = new ByteBuffersDirectory();
    writing.write(directory);
    return new Search(library, DirectoryReader.open(directory), encoders);
  }

  @Override
  public Ranking search(String words, Scope scope, int limit) {
    return using(of -> of.run(words, scope, limit));
  }

  /**
   * What {@link #search} weighs: the sentences that may answer, with what speaks for them.
   *
   * @throws RetrievalException if the index cannot be read, or is closed
   */
  public Candidates candidates(String words, Scope scope) {
    return using(of -> of.candidates(words, scope));
  }

  private <T> T using(IOFunction<Search, T> searching) {
    use.readLock().lock();
    try {
      if (closed) {
        throw new IOException("the index is closed");
      }
      return searching.apply(search);
    } catch (IOException | UncheckedIOException e) {
      throw new RetrievalException("cannot search the index", e);
    } finally {
      use.readLock().unlock();
    }
  }

  /**
   * Closes it when the searches under way have ended. The encoders may be closed after that, and
   * after {@link #read}.
   */
  @Override
  public void close() throws IOException {
    use.writeLock().lock();
    try {
      closed = true;
      IOUtils.close(words, search);
    } finally {
      use.writeLock().unlock();
    }
  }
}
