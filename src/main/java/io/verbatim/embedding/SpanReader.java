package io.verbatim.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads a question together with sentences that may answer it, and says of every token how likely
 * the answer starts or ends there: a reader of spans as for SQuAD (Devlin et al. 2019), its
 * likelihoods shared by all the sentences and by "none of them" (Clark and Gardner 2018). It is
 * e5-small-v2, trained further on the tuning sets. English. Safe for use by many threads.
 */
public final class SpanReader implements AutoCloseable {
  /** Places for tokens that the network has. */
  private static final int MOST_TOKENS = 512;

  private static final int MOST_SENTENCE_TOKENS = 110;

  /** So many are left beside the longest four sentences. */
  private static final int MOST_QUESTION_TOKENS = 66;

  private final Network network;
  private final HuggingFaceTokenizer tokenizer;
  private final long first;
  private final long last;

  private SpanReader(URL network, SentenceEncoder miniLm, int threads) {
    this.network = new Network(network, threads, Network.Memory.KEPT);
    this.tokenizer = miniLm.tokenizer();
    long[] marks = tokenizer.encode("").getIds();
    first = marks[0];
    last = marks[1];
  }

  /** The shipped one, which cuts text as MiniLM does and stops working when that is closed. */
  static SpanReader shipped(SentenceEncoder miniLm, int threads) {
    return new SpanReader(Network.resource("reader.onnx"), miniLm, threads);
  }

  /** One in a file. */
  static SpanReader of(Path file, SentenceEncoder miniLm, int threads) {
    try {
      return new SpanReader(file.toUri().toURL(), miniLm, threads);
    } catch (MalformedURLException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * How likely an answer lies in a sentence, by what was read.
   *
   * @param start probability, 0 to 1, that it starts there
   * @param end probability, 0 to 1, that it ends there
   */
  public record Share(double start, double end) {}

  /**
   * Reads a question, of which it takes the last 66 tokens, with sentences, of which it takes the
   * first 110 each.
   *
   * @param sentences in reading order, which it may make use of; what is added up over them is at
   *     most 1, and the rest is the likelihood that none answers
   * @return what it makes of each of them, in their order
   * @throws IllegalArgumentException if they do not fit into 512 tokens, as four always do
   */
  public List<Share> read(String question, List<String> sentences) {
    long[] whole = ids(question);
    // What is asked stands at the end of a long story.
    long[] asked =
        Arrays.copyOfRange(whole, Math.max(0, whole.length - MOST_QUESTION_TOKENS), whole.length);
    List<long[]> read =
        sentences.stream()
            .map(this::ids)
            .map(ids -> Arrays.copyOf(ids, Math.min(ids.length, MOST_SENTENCE_TOKENS)))
            .toList();
    int from = asked.length + 2;
    int length = from + read.stream().mapToInt(tokens -> tokens.length + 1).sum();
    if (length > MOST_TOKENS) {
      throw new IllegalArgumentException("cannot read " + length + " tokens at once");
    }
    var ids = new long[length];
    ids[0] = first;
    System.arraycopy(asked, 0, ids, 1, asked.length);
    ids[from - 1] = last;
    int at = from;
    for (long[] tokens : read) {
      System.arraycopy(tokens, 0, ids, at, tokens.length);
      at += tokens.length;
      ids[at++] = last;
    }
    var types = new long[length];
    Arrays.fill(types, from, length, 1);
    return shares(network.pass(ids, types), from, read);
  }

  private static List<Share> shares(FloatBuffer logits, int from, List<long[]> read) {
    var starts = new double[read.size()];
    var ends = new double[read.size()];
    int token = from;
    for (int i = 0; i < starts.length; i++, token++) { // after each, the mark of its end
      for (int end = token + read.get(i).length; token < end; token++) {
        starts[i] += Math.exp(logits.get(token * 2));
        ends[i] += Math.exp(logits.get(token * 2 + 1));
      }
    }
    double none = 1; // its logit is 0
    double allStarts = none + Arrays.stream(starts).sum();
    double allEnds = none + Arrays.stream(ends).sum();
    return IntStream.range(0, starts.length)
        .mapToObj(i -> new Share(starts[i] / allStarts, ends[i] / allEnds))
        .toList();
  }

  private long[] ids(String text) {
    return tokenizer.encode(text, false, false).getIds();
  }

  @Override
  public void close() {
    network.close();
  }
}
