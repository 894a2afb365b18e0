package io.verbatim.lucene;

import io.verbatim.article.Address;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.retrieval.Passage;
import io.verbatim.retrieval.Ranking;
import io.verbatim.retrieval.RetrievalException;
import io.verbatim.retrieval.Retriever;
import io.verbatim.retrieval.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** The Lucene index of a library, open for search. Safe for use by many threads. */
public final class ArticleIndex implements Retriever, AutoCloseable {
  /** BM25 with the constants of Anserini, which suit passages. */
  static final Similarity BM25 = new BM25Similarity(0.9f, 0.4f);

  /** A question of 4,096 characters has at most 2,048 words; what follows these adds nothing. */
  private static final int MOST_TERMS = 256;

  private static final CharArraySet STOP_WORDS = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET;

  private final Library library;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final EnglishText english = new EnglishText();

  private ArticleIndex(Library library, DirectoryReader reader) {
    this.library = library;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(BM25);
    searcher.setQueryCache(null); // questions hardly repeat
  }

  /**
   * Opens the index of a library in a folder; builds it if it is missing, damaged or of another
   * library.
   *
   * @throws IOException if the folder cannot be written or read
   */
  public static ArticleIndex open(Library library, Path folder) throws IOException {
    return new ArticleIndex(library, new IndexFolder(folder).open(library, library.checksum()));
  }

  /**
   * Builds the index of a library in memory.
   *
   * @throws IOException if it cannot be built
   */
  public static ArticleIndex inMemory(Library library) throws IOException {
    Directory directory = new ByteBuffersDirectory();
    IndexWriting.write(library, library.checksum(), directory);
    return new ArticleIndex(library, DirectoryReader.open(directory));
  }

  @Override
  public Ranking search(String words, Scope scope, int limit) {
    try {
      Set<String> terms =
          new LinkedHashSet<>(english.terms(words).stream().limit(MOST_TERMS).toList());
      Map<Address, Double> sentences = scores(terms, IndexWriting.WORDS_OF_SENTENCE, scope);
      Map<Address, Double> paragraphs = scores(terms, IndexWriting.WORDS_OF_PARAGRAPH, scope);
      var passages = new ArrayList<Passage>();
      for (var found : paragraphs.entrySet()) {
        Paragraph paragraph = library.paragraph(found.getKey());
        Address best = null;
        double bestScore = -1;
        for (var sentence : paragraph.sentences()) {
          var address = new Address(found.getKey().article(), paragraph.number(), sentence);
          double score = sentences.getOrDefault(address, 0.0);
          if (best == null || score > bestScore) {
            best = address;
            bestScore = score;
          }
        }
        if (best != null) {
          passages.add(
              new Passage(
                  best,
                  Optional.empty(),
                  found.getValue() + bestScore,
                  coverage(terms, paragraph.text())));
        }
      }
      passages.sort(
          Comparator.comparingDouble(Passage::score).reversed().thenComparing(Passage::address));
      return new Ranking(passages.subList(0, Math.min(limit, passages.size())));
    } catch (IOException e) {
      throw new RetrievalException("cannot search the index", e);
    }
  }

  /**
   * BM25 of every paragraph or sentence in scope that has one of the terms; only terms reach
   * Lucene, so that no question is a query.
   */
  private Map<Address, Double> scores(Set<String> terms, String field, Scope scope)
      throws IOException {
    var query = new BooleanQuery.Builder();
    for (String term : terms) {
      query.add(new TermQuery(new Term(field, term)), Occur.SHOULD);
    }
    var scores = new HashMap<Address, Double>();
    var stored = searcher.storedFields();
    for (ScoreDoc hit : searcher.search(within(scope, query.build()), reader.maxDoc()).scoreDocs) {
      var document = stored.document(hit.doc);
      String article = document.get(IndexWriting.ARTICLE);
      int number = document.getField(IndexWriting.PARAGRAPH).numericValue().intValue();
      Paragraph paragraph =
          library.article(article).flatMap(a -> a.paragraph(number)).orElseThrow();
      var sentence = document.getField(IndexWriting.SENTENCE);
      scores.put(
          new Address(
              article,
              number,
              sentence == null
                  ? paragraph.whole()
                  : paragraph.sentences().get(sentence.numericValue().intValue())),
          (double) hit.score);
    }
    return scores;
  }

  private static Query within(Scope scope, Query query) {
    var within = new BooleanQuery.Builder().add(query, Occur.MUST);
    scope
        .article()
        .ifPresent(
            name -> within.add(new TermQuery(new Term(IndexWriting.ARTICLE, name)), Occur.FILTER));
    if (scope.first() > 1 || scope.last() < Integer.MAX_VALUE) {
      within.add(
          IntPoint.newRangeQuery(IndexWriting.PARAGRAPH, scope.first(), scope.last()),
          Occur.FILTER);
    }
    return within.build();
  }

  /**
   * Share of the question's content, weighed by how rare its terms are in the library, that a text
   * has.
   */
  private double coverage(Set<String> terms, String text) throws IOException {
    var has = Set.copyOf(english.terms(text));
    double all = 0;
    double found = 0;
    for (String term : terms) {
      if (STOP_WORDS.contains(term)) {
        continue;
      }
      int frequency = reader.docFreq(new Term(IndexWriting.WORDS_OF_PARAGRAPH, term));
      double weight = Math.log(1 + (reader.numDocs() - frequency + 0.5) / (frequency + 0.5));
      all += weight;
      found += has.contains(term) ? weight : 0;
    }
    return all == 0 ? 0 : found / all;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    reader.directory().close();
  }
}
