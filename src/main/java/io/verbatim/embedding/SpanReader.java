package io.verbatim.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a question together with sentences that may answer it, and says of every token how likely
 * the answer starts or ends there: a reader of spans as for SQuAD (Devlin et al. 2019), its
 * likelihoods shared by all the sentences and by "none of them" (Clark and Gardner 2018). It is
 * all-MiniLM-L6-v2, trained further on the tuning sets. English. Safe for use by many threads.
 */
public final class SpanReader implements AutoCloseable {
  private static final int MOST_QUESTION_TOKENS = 48;
  private static final int MOST_SENTENCE_TOKENS = 110;

  private final Network network;
  private final HuggingFaceTokenizer tokenizer;
  private final long first;
  private final long last;

  private SpanReader(URL network, SentenceEncoder miniLm, int threads) {
    this.network = new Network(network, threads);
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
   * Reads a question with sentences, of which it takes the first 110 tokens each.
   *
   * @param sentences at least one; what is added up over them is at most 1, and the rest is the
   *     likelihood that none of them answers
   * @return what it makes of each of them, in their order
   */
  public List<Share> read(String question, List<String> sentences) {
    long[] asked = ids(question, MOST_QUESTION_TOKENS);
    List<long[]> read = sentences.stream().map(s -> ids(s, MOST_SENTENCE_TOKENS)).toList();
    int from = asked.length + 2;
    int length = from + 1 + read.stream().mapToInt(ids -> ids.length).max().orElseThrow();
    long[] ids = new long[read.size() * length];
    long[] attention = new long[ids.length];
    long[] types = new long[ids.length];
    for (int row = 0; row < read.size(); row++) {
      int at = row * length;
      int size = read.get(row).length;
      ids[at] = first;
      System.arraycopy(asked, 0, ids, at + 1, asked.length);
      ids[at + from - 1] = last;
      System.arraycopy(read.get(row), 0, ids, at + from, size);
      ids[at + from + size] = last;
      Arrays.fill(attention, at, at + from + size + 1, 1);
      Arrays.fill(types, at + from, at + from + size + 1, 1);
    }
    FloatBuffer logits = network.pass(read.size(), ids, attention, types);
    double[] starts = new double[read.size()];
    double[] ends = new double[read.size()];
    for (int row = 0; row < read.size(); row++) {
      for (int token = from; token < from + read.get(row).length; token++) {
        starts[row] += Math.exp(logits.get((row * length + token) * 2));
        ends[row] += Math.exp(logits.get((row * length + token) * 2 + 1));
      }
    }
    double none = 1; // its logit is 0
    double allStarts = none + Arrays.stream(starts).sum();
    double allEnds = none + Arrays.stream(ends).sum();
    var shares = new ArrayList<Share>();
    for (int row = 0; row < read.size(); row++) {
      shares.add(new Share(starts[row] / allStarts, ends[row] / allEnds));
    }
    return shares;
  }

  private long[] ids(String text, int most) {
    long[] ids = tokenizer.encode(text, false, false).getIds();
    return ids.length <= most ? ids : Arrays.copyOf(ids, most);
  }

  @Override
  public void close() {
    network.close();
  }
}
