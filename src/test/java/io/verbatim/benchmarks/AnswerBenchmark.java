package io.verbatim.benchmarks;

import io.verbatim.answer.Answer;
import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Question;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.embedding.Encoders;
import io.verbatim.embedding.Encoding;
import io.verbatim.lucene.ArticleIndex;
import io.verbatim.retrieval.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What an answer costs beside the encoders' bare pass over its question. */
@Fork(2)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 4, time = 4)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.SampleTime)
public class AnswerBenchmark {
  /** The encoders, as the product loads them. */
  @State(Scope.Benchmark)
  public static class Reader {
    final Encoders encoders = Verbatim.loadEncoders();

    @TearDown(Level.Trial)
    public void close() {
      encoders.close();
    }
  }

  /** An answerer on a library; the index of a large one is kept under {@code target}. */
  @State(Scope.Benchmark)
  public static class Asked {
    /** Paragraphs of the library; 0 for the seed article alone. */
    @Param({"0", "10000"})
    int paragraphs;

    /** Text that the paragraphs are made of. */
    @Param("seeds/000_b0f3f335b0cbade1.txt")
    String text = "";

    private final List<AutoCloseable> open = new ArrayList<>();
    Answerer answerer =
        new Answerer(
            new Library(List.of(Seed.article())),
            (words, scope, limit) -> Ranking.EMPTY,
            AnswerPolicy.SHIPPED);

    @Setup(Level.Trial)
    public void open(Reader reader) throws IOException {
      Article article = Seed.read(Path.of(text));
      Library library =
          paragraphs == 0
              ? new Library(List.of(article))
              : SyntheticLibrary.of(article, paragraphs);
      Path folder = Path.of("target", "benchmarks", "index-" + paragraphs);
      Files.createDirectories(folder);
      var index = ArticleIndex.open(library, folder);
      open.add(index);
      index.read(reader.encoders, read -> {});
      answerer = new Answerer(library, index, AnswerPolicy.SHIPPED);
    }

    @TearDown(Level.Trial)
    public void close() throws Exception {
      for (AutoCloseable index : open) {
        index.close();
      }
    }
  }

  /** The questions, one after the other. */
  @State(Scope.Thread)
  public static class Turn {
    private int next;

    String question() {
      return Seed.QUESTIONS.get(next++ % Seed.QUESTIONS.size());
    }
  }

  @Benchmark
  public void encoderPass(Reader reader, Turn turn, Blackhole blackhole) {
    String question = turn.question();
    Encoding miniLm = reader.encoders.miniLm().question(question);
    Encoding bge = reader.encoders.bge().question(question);
    blackhole.consume(miniLm);
    blackhole.consume(bge);
  }

  @Benchmark
  public Answer answer(Asked asked, Turn turn) {
    return asked.answerer.answer(new Question(turn.question()));
  }

  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Threads(Threads.MAX)
  public Answer answers(Asked asked, Turn turn) {
    return asked.answerer.answer(new Question(turn.question()));
  }
}
