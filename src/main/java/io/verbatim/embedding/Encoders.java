package io.verbatim.embedding;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The two encoders that read every text: they err on different questions, so that both together
 * find more than either.
 *
 * @param miniLm all-MiniLM-L6-v2
 * @param bge bge-small-en-v1.5
 */
public record Encoders(SentenceEncoder miniLm, SentenceEncoder bge) implements AutoCloseable {
  /** What an index was read by; changes when an encoder does. */
  public static final String VERSION = "minilm-l6-v2-q.bge-small-en-v1.5-q.1";

  private static final int THREADS_A_PASS = 1;

  /**
   * Loads both, side by side.
   *
   * @throws UnavailableException if they cannot run on this platform
   */
  public static Encoders load() throws UnavailableException {
    var miniLm = CompletableFuture.supplyAsync(() -> SentenceEncoder.miniLm(THREADS_A_PASS));
    try {
      SentenceEncoder bge = SentenceEncoder.bgeSmall(THREADS_A_PASS);
      return new Encoders(miniLm.join(), bge);
    } catch (CompletionException e) {
      throw new UnavailableException(e.getCause() == null ? e : e.getCause());
    } catch (LinkageError | RuntimeException e) {
      // What a missing or unfit native library ends in differs from platform to platform.
      throw new UnavailableException(e);
    }
  }

  @Override
  public void close() {
    try (miniLm;
        bge) {
      return;
    }
  }
}
