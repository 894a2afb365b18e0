package io.verbatim.evaluation;

import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.evaluation.SummaryFigures.Outcome;
import io.verbatim.evaluation.SummarySet.Summarized;
import io.verbatim.summary.Candidate;
import io.verbatim.summary.Extraction;
import io.verbatim.summary.Length;
import io.verbatim.summary.Summarizer;
import io.verbatim.summary.Summary;
import io.verbatim.summary.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Sums up a set of articles with the summarizer that readers use, each article a library of its
 * own, and with the usual methods on the same sentences.
 */
public final class SummaryEvaluation {
  /** The name of the summarizer that readers use, among the systems. */
  static final String OURS = "verbatim";

  private final Length.Sentences length;
  private final List<Prepared> prepared = new ArrayList<>();
  private final List<Long> nanoseconds = new ArrayList<>();
  private long sentencesQuoted;
  private long sentencesVerbatim;

  /**
   * What all systems and all weights are measured with.
   *
   * @param article the article
   * @param candidates its sentences
   * @param extraction what speaks for each of them
   * @param words of each sentence, for ROUGE
   * @param reference words of the reference, likewise
   */
  record Prepared(
      Article article,
      List<Candidate> candidates,
      Extraction extraction,
      List<List<String>> words,
      List<List<String>> reference) {}

  /**
   * Sums every article up once, to see how long that takes.
   *
   * @param set what is summed up
   * @param sentences of each summary, at least 1
   */
  public SummaryEvaluation(SummarySet set, int sentences) {
    length = new Length.Sentences(sentences);
    for (Summarized one : set.articles()) {
      Article article = one.article();
      var summarizer = new Summarizer(new Library(List.of(article)));
      long began = System.nanoTime();
      Summary summary = summarizer.summarize(article, length);
      nanoseconds.add(System.nanoTime() - began);
      sentencesQuoted += summary.sentences().size();
      sentencesVerbatim += verbatim(summary, article);
      prepared.add(prepare(one));
    }
  }

  private static Prepared prepare(Summarized one) {
    List<Candidate> candidates = Candidate.of(one.article());
    return new Prepared(
        one.article(),
        candidates,
        new Extraction(candidates),
        candidates.stream().map(c -> Rouge.words(c.text())).toList(),
        one.reference().stream().map(Rouge::words).toList());
  }

  /** How many sentences stand in the article, character for character, where they are said to. */
  private static long verbatim(Summary summary, Article article) {
    return summary.sentences().stream()
        .filter(quote ->
            article
                .paragraph(quote.paragraph())
                .filter(p -> p.text().startsWith(quote.text(), quote.span().start()))
                .isPresent())
        .count();
  }

  /** Number of sentences of each summary. */
  int sentences() {
    return length.count();
  }

  List<Prepared> prepared() {
    return List.copyOf(prepared);
  }

  /** The fold of an article, from 0: by its name, so that it stays the same in any company. */
  static int fold(Article article, int folds) {
    var checksum = new CRC32();
    checksum.update(article.name().getBytes(StandardCharsets.UTF_8));
    return (int) (checksum.getValue() % folds);
  }

  /** Measures the weights that ship. */
  public SummaryFigures run() {
    return run(List.of(Weights.shipped()));
  }

  /**
   * Measures by cross-validation.
   *
   * @param folds for each fold the weights that were fitted without its articles
   */
  public SummaryFigures run(List<Weights> folds) {
    var outcomes = new LinkedHashMap<String, List<Outcome>>();
    for (Prepared one : prepared) {
      Weights weights = folds.get(fold(one.article(), folds.size()));
      var choices = new LinkedHashMap<String, List<Integer>>();
      choices.put(OURS, one.extraction().select(weights, sentences()));
      for (Baseline baseline : Baseline.values()) {
        choices.put(
            baseline.name().toLowerCase(Locale.ROOT),
            baseline.select(one.candidates().stream().map(Candidate::text).toList(), sentences()));
      }
      choices.put("oracle", GreedyOracle.select(one.words(), one.reference(), sentences()));
      choices.forEach((system, chosen) ->
          outcomes.computeIfAbsent(system, name -> new ArrayList<>()).add(Outcome.of(one, chosen)));
    }
    return new SummaryFigures(outcomes, nanoseconds, (double) sentencesVerbatim / sentencesQuoted);
  }
}
