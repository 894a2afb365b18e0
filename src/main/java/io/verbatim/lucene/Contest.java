package io.verbatim.lucene;

import io.verbatim.ranking.Evidence;
import io.verbatim.ranking.SentenceEvidence;
import java.util.ArrayList;
import java.util.List;

/**
 * The candidates' sentences side by side: how well each of them meets every part of a question. Not
 * for use by many threads.
 */
final class Contest {
  /** Keeps parts that all sentences meet alike from deciding by chance. */
  private static final double LEAST_DEVIATION = 0.03;

  private final List<Entry> entries = new ArrayList<>();

  /** A sentence, with how well it meets each part. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Entry(SentenceEvidence sentence, double[] met) {}

  /**
   * Enters a sentence.
   *
   * @param met how well it meets each part of the question, as many numbers for every sentence
   */
  void enter(SentenceEvidence sentence, double[] met) {
    entries.add(new Entry(sentence, met));
  }

  /**
   * Puts by how many standard deviations each sentence is ahead of the mean sentence, part by part,
   * on the mean; 0 without parts.
   */
  void put(Evidence evidence) {
    int parts = entries.isEmpty() ? 0 : entries.getFirst().met().length;
    double[] ahead = new double[entries.size()];
    for (int part = 0; part < parts; part++) {
      double mean = 0;
      for (Entry entry : entries) {
        mean += entry.met()[part] / entries.size();
      }
      double square = 0;
      for (Entry entry : entries) {
        square += (entry.met()[part] - mean) * (entry.met()[part] - mean) / entries.size();
      }
      double unit = (Math.sqrt(square) + LEAST_DEVIATION) * parts;
      for (int i = 0; i < ahead.length; i++) {
        ahead[i] += (entries.get(i).met()[part] - mean) / unit;
      }
    }
    for (int i = 0; i < ahead.length; i++) {
      entries.get(i).sentence().put(evidence, ahead[i]);
    }
  }
}
