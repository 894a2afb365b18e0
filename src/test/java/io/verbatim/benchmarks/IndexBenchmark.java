package io.verbatim.benchmarks;

import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.benchmarks.AnswerBenchmark.Reader;
import io.verbatim.embedding.Encoding;
import io.verbatim.lucene.ArticleIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to index a paragraph beside the encoders' bare passes over it, on all cores. */
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 4)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.SingleShotTime)
@OperationsPerInvocation(IndexBenchmark.PARAGRAPHS)
public class IndexBenchmark {
  static final int PARAGRAPHS = 400;

  /** What is read. */
  @State(Scope.Benchmark)
  public static class Texts {
    /** Text that the paragraphs are made of. */
    @Param("seeds/000_b0f3f335b0cbade1.txt")
    String text = "";

    private Library library = new Library(List.of(Seed.article()));

    @Setup
    public void write() {
      library = SyntheticLibrary.of(Seed.read(Path.of(text)), PARAGRAPHS);
    }
  }

  @Benchmark
  public List<Future<Encoding>> encoders(Reader reader, Texts texts) throws Exception {
    var passes = new ArrayList<Callable<Encoding>>();
    for (Article article : texts.library.articles()) {
      for (Paragraph paragraph : article.paragraphs()) {
        passes.add(() -> reader.encoders.miniLm().passage(paragraph.text()));
        passes.add(() -> reader.encoders.bge().passage(paragraph.text()));
      }
    }
    try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      return workers.invokeAll(passes);
    }
  }

  @Benchmark
  public void index(Reader reader, Texts texts) throws IOException {
    try (var index = ArticleIndex.inMemory(texts.library)) {
      index.read(reader.encoders, read -> {});
    }
  }
}
