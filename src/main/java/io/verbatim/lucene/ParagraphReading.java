package io.verbatim.lucene;

import io.verbatim.article.Address;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Span;
import io.verbatim.lucene.EnglishText.Term;
import io.verbatim.ranking.Clues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A paragraph as the ranking reads it: its terms and clues by sentence, and what the encoders read,
 * if they did. Immutable.
 */
final class ParagraphReading {
  private static final int[] NOWHERE = {};

  private final String article;
  private final Paragraph paragraph;
  private final Map<String, int[]> positions = new HashMap<>();
  private final int[] sentenceOfPosition;
  private final int[] lengths;
  private final List<Clues> clues;
  private final Optional<Dense> dense;

  /** What the two encoders read. */
  record Dense(DenseReading miniLm, DenseReading bge) {}

  ParagraphReading(String article, Paragraph paragraph, List<Term> terms, Optional<Dense> dense) {
    this.article = article;
    this.paragraph = paragraph;
    this.dense = dense;
    List<Span> sentences = paragraph.sentences();
    clues = sentences.stream().map(sentence -> new Clues(paragraph.cut(sentence))).toList();
    sentenceOfPosition = new int[terms.size()];
    lengths = new int[sentences.size()];
    var lists = new HashMap<String, List<Integer>>();
    int sentence = 0;
    for (int position = 0; position < terms.size(); position++) {
      Term term = terms.get(position);
      while (sentence + 1 < sentences.size()
          && sentences.get(sentence + 1).start() <= term.start()) {
        sentence++;
      }
      sentenceOfPosition[position] = sentence;
      lengths[sentence]++;
      lists.computeIfAbsent(term.text(), t -> new ArrayList<>()).add(position);
    }
    lists.forEach(
        (term, list) -> positions.put(term, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** Number of sentences. */
  int sentences() {
    return lengths.length;
  }

  Paragraph paragraph() {
    return paragraph;
  }

  String article() {
    return article;
  }

  /** Where a sentence stands, from 0. */
  Address address(int sentence) {
    return new Address(article, paragraph.number(), paragraph.sentences().get(sentence));
  }

  /** Positions of a term in the paragraph, rising. */
  int[] positions(String term) {
    return positions.getOrDefault(term, NOWHERE);
  }

  /** Whether a term stands at one of the positions. */
  boolean stands(String term, int position) {
    return Arrays.binarySearch(positions(term), position) >= 0;
  }

  /** The sentence that a position lies in, from 0. */
  int sentenceOf(int position) {
    return sentenceOfPosition[position];
  }

  /** Number of terms of a sentence. */
  int length(int sentence) {
    return lengths[sentence];
  }

  /** Number of terms of the paragraph. */
  int length() {
    return sentenceOfPosition.length;
  }

  Clues clues(int sentence) {
    return clues.get(sentence);
  }

  /** What the encoders read; empty if they did not. */
  Optional<Dense> dense() {
    return dense;
  }

  /** Bytes that it takes, roughly. */
  int weight() {
    int vectors = dense.map(d -> d.miniLm().weight() + d.bge().weight()).orElse(0);
    return 200 * sentences() + 60 * length() + vectors;
  }
}
