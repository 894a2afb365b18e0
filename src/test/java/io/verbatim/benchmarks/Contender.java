package io.verbatim.benchmarks;

import io.verbatim.benchmarks.EasyRag.Documents;
import java.util.Locale;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** Who is compared, in the order of the table. */
enum Contender {
  VERBATIM("Verbatim"),
  LUCENE("Lucene BM25"),
  LUCENE_ENGLISH("Lucene BM25, English"),
  EASY_RAG("Easy RAG"),
  EASY_RAG_PARAGRAPHS("Easy RAG, by paragraph"),
  SQLITE("SQLite FTS5"),
  SQLITE_PORTER("SQLite FTS5, Porter");

  private final String label;

  Contender(String label) {
    this.label = label;
  }

  /** The name in the table. */
  String label() {
    return label;
  }

  /** The name in JSON. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Loads what it needs before it can read a text. */
  Peer load() {
    return switch (this) {
      case VERBATIM -> new Verbatim();
      case LUCENE -> new LuceneDefault(new StandardAnalyzer());
      case LUCENE_ENGLISH -> new LuceneDefault(new EnglishAnalyzer());
      case EASY_RAG -> new EasyRag(Documents.ARTICLES);
      case EASY_RAG_PARAGRAPHS -> new EasyRag(Documents.PARAGRAPHS);
      case SQLITE -> new SqliteFts("unicode61");
      case SQLITE_PORTER -> new SqliteFts("porter");
    };
  }
}
