package io.verbatim.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text to vectors: a sentence-embedding network of the BERT family with its tokenizer, in process
 * and on the CPU.
 *
 * <p>Texts that are longer than the network can read at once (510 tokens) are read in overlapping
 * windows; a token in an overlap keeps the vector of the window in which it lies further from the
 * border. Equal texts give equal vectors. Safe for use by many threads at once, each running its
 * own pass. Close it to free native memory; it cannot be used afterwards.
 */
public final class SentenceEncoder implements AutoCloseable {
  /** A surrogate without its other half, which the tokenizer would count as three characters. */
  private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

  private static final int WINDOW = 510;
  private static final int OVERLAP = 128;

  private final Network network;
  private final HuggingFaceTokenizer tokenizer;
  private final Pooling pooling;
  private final String questionPrefix;
  private final long first;
  private final long last;

  private enum Pooling {
    MEAN,
    FIRST
  }

  private SentenceEncoder(String resource, Pooling pooling, String questionPrefix, int threads) {
    this.pooling = pooling;
    this.questionPrefix = questionPrefix;
    try (InputStream words = open(resource + "-tokenizer.json")) {
      // The tokenizer's own file asks for cutting and padding at 128 tokens: both off, windows are
      // ours.
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              words, Map.of("truncation", "false", "padding", "false"));
      long[] marks = tokenizer.encode("").getIds();
      first = marks[0];
      last = marks[1];
      network =
          new Network(Network.resource(resource + ".onnx"), threads, Network.Memory.GIVEN_BACK);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the tokenizer of '" + resource + "'", e);
    }
  }

  /**
   * all-MiniLM-L6-v2, quantized: 384 dimensions, mean pooling, questions and passages alike.
   *
   * @param threads cores that one pass may use, at least 1
   */
  public static SentenceEncoder miniLm(int threads) {
    return new SentenceEncoder("/all-minilm-l6-v2-q", Pooling.MEAN, "", threads);
  }

  /**
   * bge-small-en-v1.5, quantized: 384 dimensions, pooling by the first token; questions are read
   * after an instruction, as its authors ask for.
   *
   * @param threads cores that one pass may use, at least 1
   */
  public static SentenceEncoder bgeSmall(int threads) {
    return new SentenceEncoder(
        "/bge-small-en-v1.5-q",
        Pooling.FIRST,
        "Represent this sentence for searching relevant passages: ",
        threads);
  }

  /** Reads a passage, of any length. */
  public Encoding passage(String text) {
    return read(text, 0);
  }

  /**
   * Reads a question; its tokens are those of the question alone, without the instruction that the
   * network is given.
   */
  public Encoding question(String text) {
    return read(questionPrefix + text, questionPrefix.length());
  }

  /** What cuts text into the network's tokens; closed with this. */
  HuggingFaceTokenizer tokenizer() {
    return tokenizer;
  }

  @Override
  public void close() {
    network.close();
    tokenizer.close();
  }

  /** Tokens that start before {@code skipped} are read but not given. */
  private Encoding read(String text, int skipped) {
    String whole = HALF_CHARACTER.matcher(text).replaceAll("\uFFFD"); // of the same length
    var words = tokenizer.encode(whole, false, false);
    long[] ids = words.getIds();
    CharSpan[] spans = words.getCharTokenSpans();
    int[] starts = new int[ids.length];
    int[] ends = new int[ids.length];
    place(whole, spans, starts, ends);

    Windows windows = run(ids);

    int from = 0;
    while (from < ids.length && starts[from] < skipped) {
      from++;
    }
    int size = ids.length - from;
    int[] kept = new int[size];
    for (int i = 0; i < size; i++) {
      kept[i] = (int) ids[from + i];
      starts[from + i] -= skipped;
      ends[from + i] -= skipped;
    }
    return new Encoding(
        kept,
        Arrays.copyOfRange(starts, from, ids.length),
        Arrays.copyOfRange(ends, from, ids.length),
        Arrays.copyOfRange(windows.tokens, from * windows.pooled.length, windows.tokens.length),
        Vectors.normalize(windows.pooled));
  }

  /** Vectors of all tokens row by row, and the sum of the windows' pooled vectors. */
  private static final class Windows {
    final float[] tokens;
    final float[] pooled;

    Windows(float[] tokens, float[] pooled) {
      this.tokens = tokens;
      this.pooled = pooled;
    }
  }

  private Windows run(long[] ids) {
    float[] tokens = new float[0];
    float[] pooled = new float[0];
    int done = 0; // tokens whose vectors are final
    int from = 0;
    do {
      int length = Math.min(WINDOW, ids.length - from);
      FloatBuffer rows = pass(ids, from, length);
      int dimension = rows.remaining() / (length + 2);
      if (from == 0) {
        tokens = new float[ids.length * dimension];
        pooled = new float[dimension];
      }
      pool(rows, length + 2, dimension, pooled);
      int keep =
          from == 0
              ? 0
              : from + OVERLAP / 2; // the earlier window keeps the first half of the overlap
      int take = Math.min(keep, done);
      rows.get(
          (take - from + 1) * dimension,
          tokens,
          take * dimension,
          (from + length - take) * dimension);
      done = from + length;
      from += WINDOW - OVERLAP;
    } while (done < ids.length);
    return new Windows(tokens, pooled);
  }

  /** One pass over a window between the two marks: [length + 2, dimension], row-major. */
  private FloatBuffer pass(long[] ids, int from, int length) {
    long[] input = new long[length + 2];
    input[0] = first;
    System.arraycopy(ids, from, input, 1, length);
    input[length + 1] = last;
    return network.pass(input, new long[length + 2]);
  }

  private void pool(FloatBuffer rows, int count, int dimension, float[] pooled) {
    float[] sum = new float[dimension];
    int rowsPooled = pooling == Pooling.MEAN ? count : 1;
    for (int row = 0; row < rowsPooled; row++) {
      for (int i = 0; i < dimension; i++) {
        sum[i] += rows.get(row * dimension + i);
      }
    }
    Vectors.normalize(sum);
    for (int i = 0; i < dimension; i++) {
      pooled[i] += sum[i];
    }
  }

  /** The tokenizer counts code points; Java strings, entities and quotes count UTF-16 units. */
  private static void place(String text, CharSpan[] spans, int[] starts, int[] ends) {
    int points = 0;
    int units = 0;
    for (int i = 0; i < spans.length; i++) {
      if (spans[i].getStart() < points) { // a character that became several tokens
        points = 0;
        units = 0;
      }
      units = text.offsetByCodePoints(units, spans[i].getStart() - points);
      starts[i] = units;
      points = spans[i].getStart();
      ends[i] = text.offsetByCodePoints(units, spans[i].getEnd() - points);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream stream = SentenceEncoder.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException("no resource " + resource);
    }
    return stream;
  }
}
