package io.verbatim.summary;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The sentences of an article with what speaks for each, and the choice of those that stand for the
 * whole.
 *
 * <p>A short summary of a news story tells the news, which stands on top and is taken up by what
 * follows: likeness to later sentences counts for a sentence, likeness to earlier ones against it
 * (directed centrality, after Zheng and Lapata 2019, PacSum). A longer one digests, and an essay
 * keeps its point for later: there the sentences nearest to all others count, wherever they stand
 * (PageRank, after Mihalcea and Tarau 2004, TextRank). {@link #newsShare} says how much of each,
 * from the length asked for and from how typical of the whole the article's own start is.
 *
 * <p>Sentences are then taken best first; what repeats a chosen one counts less (maximal marginal
 * relevance), a sentence that starts with a pronoun comes only with the one before it, and no
 * section is passed over when there is room for all. Equal input gives equal output; immutable.
 * Time and memory grow with the square of the number of sentences.
 */
public final class Extraction {
  /** Sentences asked for, by the root of the article's sentences: up to the first all news, ... */
  private static final double BRIEF = 0.6;

  /** ... from the second on all digest. */
  private static final double BROAD = 1.2;

  /**
   * Mean centrality of the first sentences, in standard deviations: not typical of the whole ...
   */
  private static final double ESSAY = -0.6;

  /** ... and typical. */
  private static final double PYRAMID = 0.3;

  private static final int START = 3;
  private static final double FADING = 3;

  /** What saying a chosen sentence again would cost, in standard deviations of the scores. */
  private static final double REPETITION = 4;

  /** So high a power of the likeness lets related sentences pass and stops repeats. */
  private static final double SHARPNESS = 4;

  /** What starting with "But" or in the midst of a quotation costs, in the same unit. */
  private static final double GOING_ON = 0.3;

  private final List<Candidate> sentences;
  private final double[][] repetition;
  private final double[] forward;
  private final double[] backward;
  private final double[] length;
  private final double[] centrality;
  private final boolean[] leans;
  private final boolean[] goesOn;
  private final boolean[] quotation;
  private final boolean[] figure;

  /**
   * Gathers the evidence.
   *
   * @param sentences of the article, in reading order
   */
  public Extraction(List<Candidate> sentences) {
    this.sentences = List.copyOf(sentences);
    double[][] likeness =
        Similarity.ofWords(sentences.stream().map(s -> Words.content(s.text())).toList());
    int n = sentences.size();
    double[] later = new double[n];
    double[] earlier = new double[n];
    double[] logarithm = new double[n];
    leans = new boolean[n];
    goesOn = new boolean[n];
    quotation = new boolean[n];
    figure = new boolean[n];
    for (int i = 0; i < n; i++) {
      later[i] = Arrays.stream(likeness[i], i, n).sum();
      earlier[i] = Arrays.stream(likeness[i], 0, i).sum();
      Candidate sentence = sentences.get(i);
      logarithm[i] = Math.log1p(Words.count(sentence.text()));
      leans[i] = sentence.startsWithPronoun();
      goesOn[i] = sentence.goesOn();
      quotation[i] = sentence.startsWithQuotation();
      figure[i] = sentence.hasFigure();
    }
    forward = standard(later);
    backward = standard(earlier);
    length = standard(logarithm);
    centrality = standard(Similarity.pageRank(likeness));
    repetition = Similarity.map(likeness, alike -> REPETITION * Math.pow(alike, SHARPNESS));
  }

  /**
   * The sentences to quote.
   *
   * @param weights of the evidence
   * @param count how many are wanted, at least 1
   * @return their indexes in reading order; all of them if there are no more than wanted
   * @throws IllegalArgumentException if the count is below 1
   */
  public List<Integer> select(Weights weights, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a summary of " + count + " sentences");
    }
    return take(scaled(scores(weights, count)), count);
  }

  private double[] scores(Weights weights, int count) {
    double share = newsShare(centrality, count);
    double[] scores = new double[sentences.size()];
    for (int i = 0; i < scores.length; i++) {
      double news =
          weights.forward() * forward[i]
              + weights.backward() * backward[i]
              + weights.lead() * Math.exp(-i / FADING)
              + weights.length() * length[i]
              + (quotation[i] ? weights.quotation() : 0)
              + (figure[i] ? weights.figure() : 0);
      scores[i] = share * news + (1 - share) * weights.centrality() * centrality[i];
    }
    return scores;
  }

  /**
   * How much the place in the text matters, 0 to 1: less the more is asked for, and by half less
   * where the first sentences are far from what the rest is about.
   */
  static double newsShare(double[] centrality, int count) {
    int n = centrality.length;
    double start = Arrays.stream(centrality).limit(START).average().orElse(0);
    double brief = 1 - between(BRIEF, BROAD, count / Math.sqrt(n));
    return brief * (0.5 + 0.5 * between(ESSAY, PYRAMID, start));
  }

  private List<Integer> take(double[] scores, int count) {
    int n = scores.length;
    var chosen = new BitSet(n);
    double[] worth = scores.clone();
    double[] repeated = new double[n];
    int sections = n == 0 ? 0 : sentences.getLast().section() + 1;
    while (chosen.cardinality() < Math.min(count, n)) {
      Chain best = best(worth, chosen, count, sections <= count ? sections : 0);
      for (int j = best.first(); j <= best.last(); j++) {
        chosen.set(j);
        for (int i = 0; i < n; i++) {
          repeated[i] = Math.max(repeated[i], repetition[i][j]);
          worth[i] = scores[i] - repeated[i];
        }
      }
    }
    return chosen.stream().boxed().toList();
  }

  /** A sentence with those before it that it leans on, all of them not chosen yet. */
  private record Chain(int first, int last, double worth) {
    int size() {
      return last - first + 1;
    }
  }

  /**
   * The chain of most mean worth that leaves room for a sentence of each section still unheard; if
   * none does, the one of most worth that fits at all, as the first free sentence always does.
   */
  private Chain best(double[] worth, BitSet chosen, int count, int sections) {
    var heard = new BitSet(sections);
    chosen.stream().forEach(i -> heard.set(sentences.get(i).section()));
    int room = count - chosen.cardinality();
    int free = chosen.nextClearBit(0);
    Chain best = chain(free, worth, chosen);
    boolean bestFair = leavesRoom(best, heard, room, sections);
    for (int i = chosen.nextClearBit(free + 1); i < worth.length; i = chosen.nextClearBit(i + 1)) {
      Chain chain = chain(i, worth, chosen);
      boolean fair = leavesRoom(chain, heard, room, sections);
      boolean better = fair == bestFair ? chain.worth() > best.worth() : fair;
      if (chain.size() <= room && better) {
        best = chain;
        bestFair = fair;
      }
    }
    return best;
  }

  private Chain chain(int last, double[] worth, BitSet chosen) {
    int first = last;
    double sum = worth[last];
    while (first > 0 && !chosen.get(first - 1) && leans[first]) {
      first--;
      sum += worth[first];
    }
    boolean alone = first > 0 && !chosen.get(first - 1);
    if (alone && goesOn[first]) {
      sum -= GOING_ON;
    }
    return new Chain(first, last, sum / (last - first + 1));
  }

  private boolean leavesRoom(Chain chain, BitSet heard, int room, int sections) {
    return sections - heardWith(heard, chain) <= room - chain.size();
  }

  private int heardWith(BitSet heard, Chain chain) {
    int more = 0;
    int before = -1;
    for (int i = chain.first(); i <= chain.last(); i++) {
      int section = sentences.get(i).section();
      if (section != before && !heard.get(section)) {
        more++;
      }
      before = section;
    }
    return heard.cardinality() + more;
  }

  /** Where a value stands between two bounds: 0 up to the lower, 1 from the upper on. */
  private static double between(double lower, double upper, double value) {
    return Math.clamp((value - lower) / (upper - lower), 0.0, 1.0);
  }

  /** In standard deviations from the mean; all 0 when all are the same. */
  private static double[] standard(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double deviation = deviation(values, mean);
    return Arrays.stream(values)
        .map(value -> deviation > 1e-9 ? (value - mean) / deviation : 0)
        .toArray();
  }

  /** In standard deviations, the mean left where it is. */
  private static double[] scaled(double[] values) {
    double deviation = deviation(values, Arrays.stream(values).average().orElse(0));
    return Arrays.stream(values).map(value -> deviation > 0 ? value / deviation : value).toArray();
  }

  private static double deviation(double[] values, double mean) {
    return Math.sqrt(
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElse(0));
  }
}
