package io.verbatim.benchmarks;

import io.verbatim.article.Library;
import io.verbatim.retrieval.Passage;
import io.verbatim.retrieval.Ranking;
import io.verbatim.retrieval.RetrievalException;
import io.verbatim.retrieval.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Lucene as it comes: a document a paragraph, BM25 with its default constants, the question's terms
 * joined by OR.
 */
final class LuceneDefault implements Peer {
  private static final String TEXT = "text";
  private static final String NUMBER = "number";

  private final Analyzer analyzer;

  LuceneDefault(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  @Override
  public Index index(Library library) throws IOException {
    var paragraphs = new Paragraphs(library);
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      List<String> texts = paragraphs.texts();
      for (int number = 0; number < texts.size(); number++) {
        var document = new Document();
        document.add(new TextField(TEXT, texts.get(number), Store.NO));
        document.add(new StoredField(NUMBER, number));
        writer.addDocument(document);
      }
    }
    return new Open(paragraphs, DirectoryReader.open(directory), analyzer);
  }

  @Override
  public void close() {
    analyzer.close();
  }

  private static final class Open implements Index {
    private final Paragraphs paragraphs;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final QueryBuilder queries;

    Open(Paragraphs paragraphs, DirectoryReader reader, Analyzer analyzer) {
      this.paragraphs = paragraphs;
      this.reader = reader;
      this.searcher = new IndexSearcher(reader);
      this.queries = new QueryBuilder(analyzer);
    }

    @Override
    public Ranking search(String words, Scope scope, int limit) {
      Query query = queries.createBooleanQuery(TEXT, words);
      if (query == null) { // nothing but stop words
        return Ranking.EMPTY;
      }
      try {
        var stored = searcher.storedFields();
        var passages = new ArrayList<Passage>();
        for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
          int number = stored.document(hit.doc).getField(NUMBER).numericValue().intValue();
          passages.add(paragraphs.passage(number, hit.score));
        }
        return new Ranking(passages);
      } catch (IOException e) {
        throw new RetrievalException("cannot search", e);
      }
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
