package io.verbatim.lucene;

import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;

/**
 * Writes a library into an index: a document for every paragraph and one for every sentence,
 * addresses only.
 */
final class IndexWriting {
  static final String ARTICLE = "article";
  static final String PARAGRAPH = "paragraph";
  static final String SENTENCE = "sentence";
  static final String WORDS_OF_PARAGRAPH = "words-of-paragraph";
  static final String WORDS_OF_SENTENCE = "words-of-sentence";
  static final String CHECKSUM = "checksum";

  private IndexWriting() {}

  /**
   * Replaces whatever the directory holds; nothing of it is visible to readers before all of it is.
   */
  static void write(Library library, String checksum, Directory directory) throws IOException {
    var config =
        new IndexWriterConfig(new EnglishText())
            .setOpenMode(OpenMode.CREATE)
            .setSimilarity(ArticleIndex.BM25)
            .setUseCompoundFile(true);
    try (var writer = new IndexWriter(directory, config)) {
      for (Article article : library.articles()) {
        for (Paragraph paragraph : article.paragraphs()) {
          add(article, paragraph, writer);
        }
      }
      writer.forceMerge(1);
      writer.setLiveCommitData(Map.of(CHECKSUM, checksum).entrySet());
    }
  }

  private static void add(Article article, Paragraph paragraph, IndexWriter writer)
      throws IOException {
    Document whole = placed(article, paragraph);
    whole.add(new TextField(WORDS_OF_PARAGRAPH, paragraph.text(), Store.NO));
    writer.addDocument(whole);
    for (int i = 0; i < paragraph.sentences().size(); i++) {
      Document part = placed(article, paragraph);
      part.add(new StoredField(SENTENCE, i));
      part.add(
          new TextField(WORDS_OF_SENTENCE, paragraph.cut(paragraph.sentences().get(i)), Store.NO));
      writer.addDocument(part);
    }
  }

  private static Document placed(Article article, Paragraph paragraph) {
    var document = new Document();
    document.add(new StringField(ARTICLE, article.name(), Store.YES));
    document.add(new IntPoint(PARAGRAPH, paragraph.number()));
    document.add(new StoredField(PARAGRAPH, paragraph.number()));
    return document;
  }
}
