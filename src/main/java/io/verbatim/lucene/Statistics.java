package io.verbatim.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** How often things occur in a library, as its index counts them. */
final class Statistics {
  private final IndexReader reader;
  private final double meanSentence;
  private final double meanParagraph;
  private final int sentences;
  private final int paragraphs;

  Statistics(IndexReader reader) throws IOException {
    this.reader = reader;
    sentences = reader.getDocCount(IndexWriting.WORDS_OF_SENTENCE);
    paragraphs = reader.getDocCount(IndexWriting.WORDS_OF_PARAGRAPH);
    meanSentence =
        (double) reader.getSumTotalTermFreq(IndexWriting.WORDS_OF_SENTENCE)
            / Math.max(1, sentences);
    meanParagraph =
        (double) reader.getSumTotalTermFreq(IndexWriting.WORDS_OF_PARAGRAPH)
            / Math.max(1, paragraphs);
  }

  /** Mean number of terms of a sentence. */
  double meanSentence() {
    return meanSentence;
  }

  /** Mean number of terms of a paragraph. */
  double meanParagraph() {
    return meanParagraph;
  }

  /** Number of sentences that have terms. */
  int sentences() {
    return sentences;
  }

  /** IDF of a term over sentences, as Lucene's BM25Similarity has it: positive. */
  double idfOverSentences(String term) throws IOException {
    return idf(IndexWriting.WORDS_OF_SENTENCE, term, sentences);
  }

  /** IDF of a term over paragraphs. */
  double idfOverParagraphs(String term) throws IOException {
    return idf(IndexWriting.WORDS_OF_PARAGRAPH, term, paragraphs);
  }

  /** Whether any sentence has the term. */
  boolean knows(String term) throws IOException {
    return reader.docFreq(new Term(IndexWriting.WORDS_OF_SENTENCE, term)) > 0;
  }

  /** IDF of a word piece over sentences. */
  double idfOfPiece(int piece) throws IOException {
    return idf(IndexWriting.PIECES_OF_SENTENCE, Integer.toString(piece), sentences);
  }

  private double idf(String field, String term, int documents) throws IOException {
    int frequency = reader.docFreq(new Term(field, term));
    return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
  }
}
