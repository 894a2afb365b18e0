package io.verbatim.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/**
 * The readings of the paragraphs in use: made from article and index when first asked for, and
 * given up where others are used more. Safe for use by many threads.
 */
final class ReadingCache {
  /** Bytes that readings may take: about 300 paragraphs with the vectors of their tokens. */
  private static final long MOST_BYTES = 64L << 20;

  private final Library library;
  private final DirectoryReader reader;
  private final EnglishText english;
  private final boolean dense;
  private final Map<String, int[]> documents = new HashMap<>();
  private final Cache<Place, ParagraphReading> readings =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<Place, ParagraphReading>weigher((place, reading) -> reading.weight())
          .executor(Runnable::run)
          .build();

  /** A paragraph's place: name of its article, and its number. */
  record Place(String article, int paragraph) {}

  ReadingCache(Library library, DirectoryReader reader, EnglishText english, boolean dense)
      throws IOException {
    this.library = library;
    this.reader = reader;
    this.english = english;
    this.dense = dense;
    var stored = reader.storedFields();
    for (Article article : library.articles()) {
      documents.put(article.name(), new int[article.paragraphs().size()]);
    }
    for (int i = 0; dense && i < reader.maxDoc(); i++) {
      var document = stored.document(i);
      if (document.getField(IndexWriting.SENTENCE) == null) {
        int number = document.getField(IndexWriting.PARAGRAPH).numericValue().intValue();
        int[] numbers = documents.get(document.get(IndexWriting.ARTICLE));
        if (numbers != null) {
          numbers[number - 1] = i;
        }
      }
    }
  }

  /** The reading of a paragraph; empty if there is no such paragraph. */
  Optional<ParagraphReading> find(Place place) {
    return library
        .article(place.article())
        .flatMap(article -> article.paragraph(place.paragraph()))
        .map(paragraph -> readings.get(place, p -> read(p, paragraph)));
  }

  private ParagraphReading read(Place place, Paragraph paragraph) {
    Optional<ParagraphReading.Dense> vectors = Optional.empty();
    if (dense) {
      int document =
          Optional.ofNullable(documents.get(place.article())).orElseThrow()[place.paragraph() - 1];
      vectors =
          Optional.of(
              new ParagraphReading.Dense(
                  kept(IndexWriting.MINILM, document), kept(IndexWriting.BGE, document)));
    }
    return new ParagraphReading(
        place.article(), paragraph, english.terms(paragraph.text()), vectors);
  }

  private DenseReading kept(String field, int document) {
    try {
      List<LeafReaderContext> leaves = reader.leaves();
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
      var values = DocValues.getBinary(leaf.reader(), field);
      if (!values.advanceExact(document - leaf.docBase)) {
        throw new IOException("no vectors for document " + document);
      }
      return DenseReading.of(values.binaryValue());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read vectors from the index", e);
    }
  }
}
