package io.verbatim.benchmarks;

import io.verbatim.answer.Answerer;
import io.verbatim.answer.Question;
import io.verbatim.embedding.Encoders;
import java.util.Arrays;

/**
 * The encoders' bare pass and the whole answer, by turns on the same questions, so that whatever
 * else the machine does slows both alike and their ratio stands.
 *
 * @param pass milliseconds of the encoders' pass at p50
 * @param answer milliseconds of the answer at p50
 */
record Pair(double pass, double answer) {
  private static final int TURNS = 2000;
  private static final double NANOSECONDS_A_MILLISECOND = 1e6;

  /** Measures twice and keeps the second time, which is warm. */
  static Pair of(Answerer answerer, Encoders encoders) {
    measure(answerer, encoders);
    return measure(answerer, encoders);
  }

  private static Pair measure(Answerer answerer, Encoders encoders) {
    double[] passes = new double[TURNS];
    double[] answers = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      String words = Seed.QUESTIONS.get(turn % Seed.QUESTIONS.size());
      long began = System.nanoTime();
      int read = encoders.miniLm().question(words).size() + encoders.bge().question(words).size();
      long passed = System.nanoTime();
      int quotes = answerer.answer(new Question(words)).citations().size();
      passes[turn] = (passed - began) / NANOSECONDS_A_MILLISECOND;
      answers[turn] = (System.nanoTime() - passed) / NANOSECONDS_A_MILLISECOND;
      if (read < quotes) { // so that neither can be left out
        throw new IllegalStateException("more quotes than tokens");
      }
    }
    return new Pair(median(passes), median(answers));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  double ratio() {
    return answer / pass;
  }
}
