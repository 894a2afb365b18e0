package io.verbatim.lucene;

import io.verbatim.article.Paragraph;
import io.verbatim.article.Span;
import io.verbatim.embedding.Encoding;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * What one encoder read in a paragraph: a vector for the whole, one for every sentence, pooled from
 * the tokens in the context of the paragraph, and one for every token. Immutable.
 */
final class DenseReading {
  private final Quantized paragraph;
  private final List<Quantized> sentences;
  private final List<List<Quantized>> tokens;

  private DenseReading(
      Quantized paragraph, List<Quantized> sentences, List<List<Quantized>> tokens) {
    this.paragraph = paragraph;
    this.sentences = sentences;
    this.tokens = tokens;
  }

  static DenseReading of(Paragraph paragraph, Encoding encoding) {
    var sentences = new ArrayList<Quantized>();
    var tokens = new ArrayList<List<Quantized>>();
    int token = 0;
    List<Span> spans = paragraph.sentences();
    for (int i = 0; i < spans.size(); i++) {
      sentences.add(Quantized.of(encoding.pooled(spans.get(i).start(), spans.get(i).end())));
      int next = i + 1 < spans.size() ? spans.get(i + 1).start() : Integer.MAX_VALUE;
      var inSentence = new ArrayList<Quantized>();
      while (token < encoding.size() && encoding.start(token) < next) {
        inSentence.add(Quantized.of(encoding.token(token++)));
      }
      tokens.add(inSentence);
    }
    return new DenseReading(Quantized.of(encoding.vector()), sentences, tokens);
  }

  Quantized paragraph() {
    return paragraph;
  }

  /** The vector of a sentence, from 0. */
  Quantized sentence(int sentence) {
    return sentences.get(sentence);
  }

  /** The vectors of a sentence's tokens in reading order; none if they were not kept. */
  List<Quantized> tokens(int sentence) {
    return tokens.get(sentence);
  }

  /** Bytes that it takes, roughly. */
  int weight() {
    int vectors = 1 + sentences.size() + tokens.stream().mapToInt(List::size).sum();
    return vectors * (paragraph.numbers().length + 48);
  }

  /**
   * As bytes: dimension, number of sentences, the paragraph, then sentence by sentence its vector,
   * its number of tokens and their vectors. Big-endian; a vector is its scale and its bytes.
   *
   * @param withTokens whether the tokens are kept
   */
  BytesRef bytes(boolean withTokens) {
    var buffer = ByteBuffer.allocate(12 + weight() + 8 * sentences.size());
    buffer.putInt(paragraph.numbers().length).putInt(sentences.size());
    put(buffer, paragraph);
    for (int i = 0; i < sentences.size(); i++) {
      put(buffer, sentences.get(i));
      List<Quantized> kept = withTokens ? tokens.get(i) : List.of();
      buffer.putInt(kept.size());
      kept.forEach(token -> put(buffer, token));
    }
    return new BytesRef(buffer.array(), 0, buffer.position());
  }

  /** The reading in such bytes. */
  static DenseReading of(BytesRef bytes) {
    var buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    int dimension = buffer.getInt();
    int count = buffer.getInt();
    Quantized paragraph = get(buffer, dimension);
    var sentences = new ArrayList<Quantized>(count);
    var tokens = new ArrayList<List<Quantized>>(count);
    for (int i = 0; i < count; i++) {
      sentences.add(get(buffer, dimension));
      int size = buffer.getInt();
      var inSentence = new ArrayList<Quantized>(size);
      for (int j = 0; j < size; j++) {
        inSentence.add(get(buffer, dimension));
      }
      tokens.add(inSentence);
    }
    return new DenseReading(paragraph, sentences, tokens);
  }

  private static void put(ByteBuffer buffer, Quantized vector) {
    buffer.putFloat(vector.scale()).put(vector.numbers());
  }

  private static Quantized get(ByteBuffer buffer, int dimension) {
    float scale = buffer.getFloat();
    byte[] numbers = new byte[dimension];
    buffer.get(numbers);
    return new Quantized(numbers, scale);
  }
}
