package io.verbatim.lucene;

import static io.verbatim.ranking.Evidence.BGE_PARAGRAPH;
import static io.verbatim.ranking.Evidence.BGE_SENTENCE;
import static io.verbatim.ranking.Evidence.BM25_PARAGRAPH;
import static io.verbatim.ranking.Evidence.BM25_SENTENCE;
import static io.verbatim.ranking.Evidence.BM25_SENTENCE_SHARE;
import static io.verbatim.ranking.Evidence.COVERAGE;
import static io.verbatim.ranking.Evidence.COVERAGE_PARAGRAPH;
import static io.verbatim.ranking.Evidence.LENGTH;
import static io.verbatim.ranking.Evidence.MINILM_SENTENCE;
import static io.verbatim.ranking.Evidence.NAMES;
import static io.verbatim.ranking.Evidence.NAMES_PARAGRAPH;
import static io.verbatim.ranking.Evidence.PHRASE;

import io.verbatim.lucene.QuestionReading.QuestionTerm;
import io.verbatim.ranking.SentenceEvidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers what a question's words say for the sentences of a paragraph. */
final class LexicalEvidence {
  private static final double K1 = 0.9;
  private static final double B = 0.4;

  /**
   * How far the second of two adjacent terms of the question may stand behind the first, nearest
   * first, and what that is worth.
   */
  private static final int[] DISTANCES = {1, 2, -1, 3};

  private final Statistics statistics;
  private final List<Weighted> terms = new ArrayList<>();
  private final double idfOfContent;
  private final int names;
  private final int unknownTerms;
  private final double mostOfSentence;
  private final double mostOfParagraph;

  /** A term of the question with its IDF over sentences and over paragraphs. */
  private record Weighted(QuestionTerm term, double sentenceIdf, double paragraphIdf) {}

  LexicalEvidence(QuestionReading question, Statistics statistics) throws IOException {
    this.statistics = statistics;
    double content = 0;
    int unknown = 0;
    for (QuestionTerm term : question.terms()) {
      double idf = statistics.idfOverSentences(term.text());
      terms.add(new Weighted(term, idf, statistics.idfOverParagraphs(term.text())));
      content += term.content() ? idf : 0;
      unknown += term.content() && !statistics.knows(term.text()) ? 1 : 0;
    }
    unknownTerms = unknown;
    idfOfContent = Math.max(content, 1e-9);
    mostOfSentence = terms.stream().mapToDouble(Weighted::sentenceIdf).sum();
    mostOfParagraph = terms.stream().mapToDouble(Weighted::paragraphIdf).sum();
    names = (int) question.terms().stream().filter(QuestionTerm::name).count();
  }

  /** Share of the question's content terms that the library does not have at all, 0 to 1. */
  double unknown() {
    long content = terms.stream().filter(w -> w.term().content()).count();
    return content == 0 ? 0 : (double) unknownTerms / content;
  }

  /** Number of names and numbers in the question. */
  int names() {
    return names;
  }

  /**
   * How promising a paragraph is before its tokens are compared: its best sentence by words and
   * cosines, higher is better.
   */
  double promise(List<SentenceEvidence> sentences) {
    double most = Double.NEGATIVE_INFINITY;
    for (SentenceEvidence sentence : sentences) {
      double promise =
          sentence.get(BM25_SENTENCE_SHARE)
              + 0.5 * sentence.get(BM25_PARAGRAPH) / mostOfParagraph
              + 1.5 * sentence.get(MINILM_SENTENCE)
              + 2 * sentence.get(BGE_SENTENCE)
              + sentence.get(BGE_PARAGRAPH);
      most = Math.max(most, promise);
    }
    return most;
  }

  /** The evidence for each sentence of a paragraph. */
  List<SentenceEvidence> of(ParagraphReading paragraph) {
    int sentences = paragraph.sentences();
    double[] bm25 = new double[sentences];
    double[] coverage = new double[sentences];
    int[] named = new int[sentences];
    double bm25OfParagraph = 0;
    double coverageOfParagraph = 0;
    int namedInParagraph = 0;
    int[] frequencies = new int[sentences];
    for (Weighted weighted : terms) {
      int[] positions = paragraph.positions(weighted.term().text());
      if (positions.length == 0) {
        continue;
      }
      Arrays.fill(frequencies, 0);
      for (int position : positions) {
        frequencies[paragraph.sentenceOf(position)]++;
      }
      for (int i = 0; i < sentences; i++) {
        if (frequencies[i] > 0) {
          bm25[i] +=
              bm25(
                  weighted.sentenceIdf(),
                  frequencies[i],
                  paragraph.length(i) / statistics.meanSentence());
          coverage[i] += weighted.term().content() ? weighted.sentenceIdf() : 0;
          named[i] += weighted.term().name() ? 1 : 0;
        }
      }
      bm25OfParagraph +=
          bm25(
              weighted.paragraphIdf(),
              positions.length,
              paragraph.length() / statistics.meanParagraph());
      coverageOfParagraph += weighted.term().content() ? weighted.sentenceIdf() : 0;
      namedInParagraph += weighted.term().name() ? 1 : 0;
    }
    double[] phrase = phrase(paragraph);
    var evidence = new ArrayList<SentenceEvidence>();
    for (int i = 0; i < sentences; i++) {
      var sentence = new SentenceEvidence();
      sentence.put(BM25_SENTENCE, bm25[i]);
      sentence.put(BM25_SENTENCE_SHARE, bm25[i] / mostOfSentence);
      sentence.put(BM25_PARAGRAPH, bm25OfParagraph);
      sentence.put(PHRASE, phrase[i]);
      sentence.put(LENGTH, Math.log1p(paragraph.length(i)));
      sentence.put(COVERAGE, coverage[i] / idfOfContent);
      sentence.put(COVERAGE_PARAGRAPH, coverageOfParagraph / idfOfContent);
      sentence.put(NAMES, named[i] - names);
      sentence.put(NAMES_PARAGRAPH, namedInParagraph - names);
      evidence.add(sentence);
    }
    return evidence;
  }

  /** Robertson and Zaragoza 2009, without the constant factor k1 + 1, as Lucene has it. */
  private static double bm25(double idf, int frequency, double relativeLength) {
    return idf * frequency / (frequency + K1 * (1 - B + B * relativeLength));
  }

  private double[] phrase(ParagraphReading paragraph) {
    double[] phrase = new double[paragraph.sentences()];
    double[] best = new double[phrase.length];
    for (int i = 0; i + 1 < terms.size(); i++) {
      String second = terms.get(i + 1).term().text();
      Arrays.fill(best, 0);
      for (int position : paragraph.positions(terms.get(i).term().text())) {
        int sentence = paragraph.sentenceOf(position);
        best[sentence] = Math.max(best[sentence], nearness(paragraph, second, position));
      }
      double idf = terms.get(i).sentenceIdf() + terms.get(i + 1).sentenceIdf();
      for (int j = 0; j < phrase.length; j++) {
        phrase[j] += idf * best[j];
      }
    }
    return phrase;
  }

  private static double nearness(ParagraphReading paragraph, String term, int position) {
    for (int distance : DISTANCES) {
      if (paragraph.stands(term, position + distance)) {
        return 1.0 / (1 + Math.abs(distance - 1));
      }
    }
    return 0;
  }
}
