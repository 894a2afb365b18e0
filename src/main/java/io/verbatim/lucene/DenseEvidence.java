package io.verbatim.lucene;

import static io.verbatim.ranking.Evidence.MINILM_FIRST_TOKEN;
import static io.verbatim.ranking.Evidence.MINILM_FUNCTION;
import static io.verbatim.ranking.Evidence.MINILM_MAXSIM;
import static io.verbatim.ranking.Evidence.MINILM_MAXSIM_CUBED;
import static io.verbatim.ranking.Evidence.MINILM_MAXSIM_IDF;
import static io.verbatim.ranking.Evidence.MINILM_MAXSIM_IDF_PARAGRAPH;
import static io.verbatim.ranking.Evidence.MINILM_PAIRS;
import static io.verbatim.ranking.Evidence.MINILM_PAIRS_STANDOUT;
import static io.verbatim.ranking.Evidence.MINILM_PARAGRAPH;
import static io.verbatim.ranking.Evidence.MINILM_SENTENCE;
import static io.verbatim.ranking.Evidence.MINILM_WORST_TOKEN;
import static io.verbatim.ranking.Evidence.MINILM_WORST_TOKEN_PARAGRAPH;

import io.verbatim.lucene.QuestionReading.DenseQuestion;
import io.verbatim.lucene.QuestionReading.Token;
import io.verbatim.ranking.Evidence;
import io.verbatim.ranking.SentenceEvidence;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Gathers what one encoder's reading of a question says for the sentences of a paragraph. */
final class DenseEvidence {
  /** Kernel pooling: Xiong et al. 2017, End-to-End Neural Ad-hoc Ranking with Kernel Pooling. */
  private static final List<Kernel> KERNELS =
      List.of(
          new Kernel(Evidence.MINILM_NEAR_90, 0.90),
          new Kernel(Evidence.MINILM_NEAR_75, 0.75),
          new Kernel(Evidence.MINILM_NEAR_60, 0.60),
          new Kernel(Evidence.MINILM_NEAR_45, 0.45));

  private record Kernel(Evidence evidence, double centre) {}

  private static final double SIGMA = 0.1;

  private final DenseQuestion question;
  private final UnaryOperator<Evidence> name;
  private final double[] weights;
  private final boolean[] content;
  private final Contest pairs = new Contest();

  /**
   * @param question what the encoder read
   * @param statistics of the library
   * @param name turns the evidence of MiniLM into that of this encoder
   */
  DenseEvidence(DenseQuestion question, Statistics statistics, UnaryOperator<Evidence> name)
      throws IOException {
    this.question = question;
    this.name = name;
    List<Token> tokens = question.tokens();
    boolean anyContent = tokens.stream().anyMatch(Token::content);
    content = new boolean[tokens.size()];
    weights = new double[tokens.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      Token token = tokens.get(i);
      content[i] = token.content() || !anyContent;
      weights[i] = !anyContent ? 1 : token.content() ? statistics.idfOfPiece(token.piece()) : 0;
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
  }

  /** Puts the cosines of the question with the paragraph and with each sentence. */
  void putCosines(DenseReading reading, List<SentenceEvidence> sentences) {
    double paragraph = question.vector().cosine(reading.paragraph());
    for (int i = 0; i < sentences.size(); i++) {
      sentences.get(i).put(name.apply(MINILM_PARAGRAPH), paragraph);
      sentences.get(i).put(name.apply(MINILM_SENTENCE), cosine(reading, i));
    }
  }

  /** Cosine of the question with a sentence. */
  double cosine(DenseReading reading, int sentence) {
    return question.vector().cosine(reading.sentence(sentence));
  }

  /** Puts what the single tokens say. */
  void putTokens(DenseReading reading, List<SentenceEvidence> sentences) {
    double[] inParagraph = new double[weights.length];
    Arrays.fill(inParagraph, -1);
    for (int i = 0; i < sentences.size(); i++) {
      float[][] cosines = cosines(reading.tokens(i));
      double[] best = best(cosines);
      double[] bestPairs = bestPairs(cosines);
      double mean = 0;
      double cubed = 0;
      for (int j = 0; j < best.length; j++) {
        inParagraph[j] = Math.max(inParagraph[j], best[j]);
        mean += best[j] / best.length;
        cubed += weights[j] * best[j] * best[j] * best[j];
      }
      sentences.get(i).put(name.apply(MINILM_MAXSIM), mean);
      sentences.get(i).put(name.apply(MINILM_MAXSIM_IDF), weighted(best));
      sentences.get(i).put(name.apply(MINILM_MAXSIM_CUBED), cubed);
      sentences.get(i).put(name.apply(MINILM_FUNCTION), meanOfFunction(best));
      sentences.get(i).put(name.apply(MINILM_FIRST_TOKEN), best.length == 0 ? 0 : best[0]);
      sentences.get(i).put(name.apply(MINILM_WORST_TOKEN), worst(best));
      sentences.get(i).put(name.apply(MINILM_PAIRS), Arrays.stream(bestPairs).average().orElse(0));
      pairs.enter(sentences.get(i), bestPairs);
      for (Kernel kernel : KERNELS) {
        sentences.get(i).put(name.apply(kernel.evidence()), near(kernel.centre(), best));
      }
    }
    for (SentenceEvidence sentence : sentences) {
      sentence.put(name.apply(MINILM_MAXSIM_IDF_PARAGRAPH), weighted(inParagraph));
      sentence.put(name.apply(MINILM_WORST_TOKEN_PARAGRAPH), worst(inParagraph));
    }
  }

  /** Puts what shows when all candidates' tokens have been put. */
  void putStandouts() {
    pairs.put(name.apply(MINILM_PAIRS_STANDOUT));
  }

  /** The cosines of each token of the question with the tokens of a sentence. */
  private float[][] cosines(List<Quantized> tokens) {
    float[][] cosines = new float[weights.length][tokens.size()];
    for (int i = 0; i < cosines.length; i++) {
      Quantized asked = question.tokens().get(i).vector();
      for (int j = 0; j < cosines[i].length; j++) {
        cosines[i][j] = asked.cosine(tokens.get(j));
      }
    }
    return cosines;
  }

  /** For each token of the question the best cosine; 0 in a sentence that has no tokens. */
  private static double[] best(float[][] cosines) {
    double[] best = new double[cosines.length];
    for (int i = 0; i < best.length; i++) {
      double most = cosines[i].length == 0 ? 0 : -1;
      for (float cosine : cosines[i]) {
        most = Math.max(most, cosine);
      }
      best[i] = most;
    }
    return best;
  }

  /**
   * For each token of the question and the one after it the best mean cosine with a token of the
   * sentence and the one after that; 0 in a sentence that has no tokens.
   */
  private static double[] bestPairs(float[][] cosines) {
    double[] best = new double[Math.max(0, cosines.length - 1)];
    for (int i = 0; i < best.length; i++) {
      int last = cosines[i].length - 1;
      double most = last < 0 ? 0 : cosines[i][last]; // nothing comes after the last token
      for (int j = 0; j < last; j++) {
        most = Math.max(most, cosines[i][j] + cosines[i + 1][j + 1]);
      }
      best[i] = most / 2;
    }
    return best;
  }

  private double meanOfFunction(double[] best) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < best.length; i++) {
      if (!content[i]) {
        sum += best[i];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private double near(double centre, double[] best) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < best.length; i++) {
      if (content[i]) {
        double distance = (best[i] - centre) / SIGMA;
        sum += Math.exp(-distance * distance / 2);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private double weighted(double[] best) {
    double sum = 0;
    for (int i = 0; i < best.length; i++) {
      sum += weights[i] * best[i];
    }
    return sum;
  }

  private double worst(double[] best) {
    double worst = 1;
    for (int i = 0; i < best.length; i++) {
      if (content[i]) {
        worst = Math.min(worst, best[i]);
      }
    }
    return worst;
  }
}
