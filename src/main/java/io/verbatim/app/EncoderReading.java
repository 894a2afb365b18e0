package io.verbatim.app;

import io.verbatim.embedding.Encoders;
import io.verbatim.embedding.UnavailableException;
import io.verbatim.lucene.ArticleIndex;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the encoders and has them read the articles, in a thread of its own: until that is done,
 * and where they cannot run, the index answers by words alone.
 */
final class EncoderReading implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EncoderReading.class);

  private final CompletableFuture<Optional<Encoders>> encoders = new CompletableFuture<>();

  private EncoderReading() {}

  /** Reads nothing: the index answers by words alone. */
  static EncoderReading none() {
    var reading = new EncoderReading();
    reading.encoders.complete(Optional.empty());
    return reading;
  }

  /**
   * Starts reading.
   *
   * @param index what is to answer by meaning
   * @param progress is told how many paragraphs are read, and closed in the end
   */
  static EncoderReading start(ArticleIndex index, Progress progress) {
    var reading = new EncoderReading();
    Thread.ofPlatform().name("encoders").daemon().start(() -> reading.read(index, progress));
    return reading;
  }

  private void read(ArticleIndex index, Progress progress) {
    Optional<Encoders> loaded = Optional.empty();
    try (progress) {
      loaded = Optional.of(Encoders.load());
      index.read(loaded.get(), progress);
      LOG.info("Answering by meaning: the encoders have read the articles");
    } catch (UnavailableException | IOException | IllegalStateException | OutOfMemoryError e) {
      LOG.atWarn()
          .addKeyValue("reason", e.toString())
          .log("Answering by words alone: the encoders cannot be used");
    } finally {
      encoders.complete(loaded);
    }
  }

  /** Whether it is still under way. */
  boolean isUnderWay() {
    return !encoders.isDone();
  }

  /** Waits until the articles are read, or cannot be. */
  void await() {
    encoders.join();
  }

  /** Frees the encoders if they are loaded; a reading under way ends with the process. */
  @Override
  public void close() {
    encoders.getNow(Optional.empty()).ifPresent(Encoders::close);
  }
}
