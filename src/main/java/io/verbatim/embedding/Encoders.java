package io.verbatim.embedding;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The two encoders that read every text: they err on different questions, so that both together
 * find more than either. And the reader of what these leave open.
 *
 * @param miniLm all-MiniLM-L6-v2
 * @param bge bge-small-en-v1.5
 * @param reader reads a question together with the best sentences; empty where it is not wanted
 */
public record Encoders(SentenceEncoder miniLm, SentenceEncoder bge, Optional<SpanReader> reader)
    implements AutoCloseable {
  /** What an index was read by; changes when an encoder does. */
  public static final String VERSION = "minilm-l6-v2-q.bge-small-en-v1.5-q.1";

  private static final int THREADS_A_PASS = 1;

  /** It reads some 200 tokens while somebody waits, and seldom two readers at once. */
  private static final int THREADS_A_READING = 2;

  /**
   * Loads all, side by side.
   *
   * @throws UnavailableException if they cannot be loaded here
   */
  public static Encoders load() throws UnavailableException {
    var bge = CompletableFuture.supplyAsync(() -> SentenceEncoder.bgeSmall(THREADS_A_PASS));
    var miniLm = // beside that, on a machine of two cores as well, whose pool has one thread
        CompletableFuture.supplyAsync(() -> SentenceEncoder.miniLm(THREADS_A_PASS), Runnable::run);
    var reader = miniLm.thenApply(words -> SpanReader.shipped(words, THREADS_A_READING));
    try {
      return new Encoders(miniLm.join(), bge.join(), Optional.of(reader.join()));
    } catch (CompletionException e) {
      // What a missing or unfit native library ends in differs from platform to platform.
      var _ = reader.thenAccept(SpanReader::close);
      var _ = bge.thenAccept(SentenceEncoder::close);
      var _ = miniLm.thenAccept(SentenceEncoder::close);
      throw new UnavailableException(e);
    }
  }

  /**
   * The same encoders with a reader from a file, as trainings write them, in place of the shipped
   * one. Only one of both is to be closed.
   *
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public Encoders withReader(Path file) {
    return new Encoders(miniLm, bge, Optional.of(SpanReader.of(file, miniLm, THREADS_A_PASS)));
  }

  /** The same encoders without a reader. Only one of both is to be closed. */
  public Encoders withoutReader() {
    return new Encoders(miniLm, bge, Optional.empty());
  }

  @Override
  public void close() {
    try (miniLm;
        bge) {
      reader.ifPresent(SpanReader::close);
    }
  }
}
