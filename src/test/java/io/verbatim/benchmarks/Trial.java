package io.verbatim.benchmarks;

import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Question;
import io.verbatim.article.Library;
import io.verbatim.evaluation.Evaluation;
import io.verbatim.evaluation.Figures;
import io.verbatim.evaluation.QuestionSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One contender answers one set of questions, asked as {@code verbatim evaluate} asks them; warm:
 * each index has answered before it is timed.
 *
 * @param figures what came of it
 * @param indexedPerSecond paragraphs read into indexes in a second
 */
record Trial(Figures figures, double indexedPerSecond) {
  private static final int WARM_UP = 300;

  static Trial of(Peer peer, QuestionSet questions) throws IOException {
    try (var indexes = new Indexes(peer)) {
      Figures figures = new Evaluation(questions, indexes::open).run(done -> {});
      return new Trial(figures, indexes.paragraphsPerSecond());
    }
  }

  /** Opens one index after the other, and closes each before the next. */
  private static final class Indexes implements AutoCloseable {
    private final Peer peer;
    private final List<Peer.Index> open = new ArrayList<>();
    private boolean warm;
    private long nanoseconds;
    private long paragraphs;

    Indexes(Peer peer) {
      this.peer = peer;
    }

    Answerer open(Library library) {
      try {
        close();
        long began = System.nanoTime();
        Peer.Index index = peer.index(library);
        nanoseconds += System.nanoTime() - began;
        open.add(index);
        paragraphs += library.articles().stream().mapToInt(a -> a.paragraphs().size()).sum();
        var answerer = new Answerer(library, index, AnswerPolicy.SHIPPED);
        warmUp(answerer);
        return answerer;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot index a library", e);
      }
    }

    private void warmUp(Answerer answerer) {
      for (int i = 0; i < (warm ? 1 : WARM_UP); i++) {
        answerer.answer(new Question(Seed.QUESTIONS.get(i % Seed.QUESTIONS.size())));
      }
      warm = true;
    }

    double paragraphsPerSecond() {
      return paragraphs * 1e9 / nanoseconds;
    }

    @Override
    public void close() throws IOException {
      for (Peer.Index index : open) {
        index.close();
      }
      open.clear();
    }
  }
}
