package io.verbatim.lucene;

import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Span;
import io.verbatim.embedding.Encoders;
import io.verbatim.embedding.Encoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;

/**
 * Writes a library into an index: a document for every paragraph and one for every sentence,
 * addresses and terms only; with encoders also what they read.
 */
final class IndexWriting {
  static final String ARTICLE = "article";
  static final String PARAGRAPH = "paragraph";
  static final String SENTENCE = "sentence";
  static final String WORDS_OF_PARAGRAPH = "words-of-paragraph";
  static final String WORDS_OF_SENTENCE = "words-of-sentence";
  static final String PIECES_OF_SENTENCE = "pieces-of-sentence";
  static final String VECTOR = "vector";
  static final String MINILM = "minilm";
  static final String BGE = "bge";
  static final String CHECKSUM = "checksum";

  /**
   * Libraries of more paragraphs are kept without the vectors of their tokens, which would take 100
   * KB a paragraph.
   */
  static final int MOST_PARAGRAPHS_WITH_TOKENS = 5000;

  /** Paragraphs that wait in memory while they are encoded side by side. */
  private static final int BATCH = 64;

  private final Library library;
  private final Optional<Encoders> encoders;
  private final IntConsumer progress;
  private final boolean withTokens;

  /**
   * @param library what is written
   * @param encoders what reads it, if it is to be read
   * @param progress is told how many paragraphs are written so far
   */
  IndexWriting(Library library, Optional<Encoders> encoders, IntConsumer progress) {
    this.library = library;
    this.encoders = encoders;
    this.progress = progress;
    this.withTokens = library.paragraphs() <= MOST_PARAGRAPHS_WITH_TOKENS;
  }

  /** What the index is made from; another one must be written when it differs. */
  String checksum() {
    return encoders.isPresent() ? library.checksum() + "." + Encoders.VERSION : library.checksum();
  }

  /**
   * Replaces whatever the directory holds; nothing of it is visible to readers before all of it is.
   */
  void write(Directory directory) throws IOException {
    var config =
        new IndexWriterConfig(new EnglishText())
            .setOpenMode(OpenMode.CREATE)
            .setSimilarity(ArticleIndex.BM25)
            .setCodec(new QuantizedVectors())
            .setUseCompoundFile(true);
    int cores = Runtime.getRuntime().availableProcessors();
    try (var writer = new IndexWriter(directory, config);
        var workers = Executors.newFixedThreadPool(cores)) {
      int written = 0;
      List<Callable<List<Document>>> batch = new ArrayList<>();
      for (Article article : library.articles()) {
        for (Paragraph paragraph : article.paragraphs()) {
          batch.add(() -> documents(article, paragraph));
          if (batch.size() == BATCH) {
            written += write(workers.invokeAll(batch), writer, written);
            batch.clear();
          }
        }
      }
      write(workers.invokeAll(batch), writer, written);
      writer.forceMerge(1);
      writer.setLiveCommitData(Map.of(CHECKSUM, checksum()).entrySet());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing the index", e);
    }
  }

  private int write(List<Future<List<Document>>> batch, IndexWriter writer, int written)
      throws IOException, InterruptedException {
    for (Future<List<Document>> documents : batch) {
      try {
        writer.addDocuments(documents.get());
      } catch (ExecutionException e) {
        throw new IOException("cannot read a paragraph for the index", e.getCause());
      }
      progress.accept(++written);
    }
    return batch.size();
  }

  private List<Document> documents(Article article, Paragraph paragraph) {
    var documents = new ArrayList<Document>();
    Document whole = placed(article, paragraph);
    whole.add(new TextField(WORDS_OF_PARAGRAPH, paragraph.text(), Store.NO));
    documents.add(whole);
    for (int i = 0; i < paragraph.sentences().size(); i++) {
      Document part = placed(article, paragraph);
      part.add(new StoredField(SENTENCE, i));
      String words = paragraph.cut(paragraph.sentences().get(i));
      part.add(new TextField(WORDS_OF_SENTENCE, words, Store.NO));
      documents.add(part);
    }
    encoders.ifPresent(e -> addVectors(paragraph, e, documents));
    return documents;
  }

  private void addVectors(Paragraph paragraph, Encoders encoders, List<Document> documents) {
    Encoding miniLm = encoders.miniLm().passage(paragraph.text());
    Encoding bge = encoders.bge().passage(paragraph.text());
    Document whole = documents.getFirst();
    whole.add(new KnnFloatVectorField(VECTOR, bge.vector(), VectorSimilarityFunction.DOT_PRODUCT));
    whole.add(kept(MINILM, DenseReading.of(paragraph, miniLm)));
    whole.add(kept(BGE, DenseReading.of(paragraph, bge)));
    for (int i = 0; i < paragraph.sentences().size(); i++) {
      Span sentence = paragraph.sentences().get(i);
      Document part = documents.get(1 + i);
      IntStream.range(0, miniLm.size())
          .filter(t -> sentence.start() <= miniLm.start(t) && miniLm.start(t) < sentence.end())
          .map(miniLm::id)
          .distinct()
          .forEach(
              id -> part.add(new StringField(PIECES_OF_SENTENCE, Integer.toString(id), Store.NO)));
    }
  }

  private BinaryDocValuesField kept(String name, DenseReading reading) {
    return new BinaryDocValuesField(name, reading.bytes(withTokens));
  }

  private static Document placed(Article article, Paragraph paragraph) {
    var document = new Document();
    document.add(new StringField(ARTICLE, article.name(), Store.YES));
    document.add(new IntPoint(PARAGRAPH, paragraph.number()));
    document.add(new StoredField(PARAGRAPH, paragraph.number()));
    return document;
  }

  /** Vectors in a byte a dimension, which costs the ranking nothing that can be measured. */
  private static final class QuantizedVectors extends Lucene104Codec {
    private final KnnVectorsFormat format = new Lucene104HnswScalarQuantizedVectorsFormat();

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
      return format;
    }
  }
}
