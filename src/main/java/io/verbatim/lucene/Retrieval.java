package io.verbatim.lucene;

import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.lucene.QuestionReading.QuestionTerm;
import io.verbatim.lucene.ReadingCache.Place;
import io.verbatim.retrieval.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Finds the paragraphs that are worth being read for a question. Safe for use by many threads. */
final class Retrieval {
  /** In a scope of at most so many paragraphs every one is a candidate. */
  private static final int EXHAUSTIVE = 300;

  /** In a larger one these many of the best by BM25, and as many by the nearest vectors. */
  private static final int CANDIDATES = 60;

  private final Library library;
  private final IndexSearcher searcher;

  Retrieval(Library library, DirectoryReader reader) {
    this.library = library;
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(ArticleIndex.BM25);
    searcher.setQueryCache(null); // questions hardly repeat
  }

  /** The paragraphs that may answer, in reading order where all of them may. */
  Collection<Place> places(QuestionReading question, Scope scope) throws IOException {
    List<Place> all = new ArrayList<>();
    for (Article article : library.articles()) {
      if (scope.article().map(article.name()::equals).orElse(true)) {
        int last = Math.min(scope.last(), article.paragraphs().size());
        for (int number = scope.first(); number <= last; number++) {
          all.add(new Place(article.name(), number));
        }
      }
      if (all.size() > EXHAUSTIVE) {
        return found(question, scope);
      }
    }
    return all;
  }

  /**
   * The best by words, and the nearest by vectors. Only terms reach Lucene, so that no question is
   * a query.
   */
  private Set<Place> found(QuestionReading question, Scope scope) throws IOException {
    var words = new BooleanQuery.Builder();
    question.terms().stream()
        .map(QuestionTerm::text)
        .distinct()
        .forEach(term ->
            words.add(
                new TermQuery(new Term(IndexWriting.WORDS_OF_PARAGRAPH, term)), Occur.SHOULD));
    Optional<Query> filter = filter(scope);
    var both = new BooleanQuery.Builder().add(words.build(), Occur.MUST);
    filter.ifPresent(f -> both.add(f, Occur.FILTER));
    Set<Place> found = new LinkedHashSet<>(places(both.build()));
    if (question.dense().isPresent()) {
      float[] vector = question.dense().get().bge().vector().floats();
      found.addAll(
          places(
              new KnnFloatVectorQuery(
                  IndexWriting.VECTOR, vector, CANDIDATES, filter.orElse(null))));
    }
    return found;
  }

  private List<Place> places(Query query) throws IOException {
    var stored = searcher.storedFields();
    var places = new ArrayList<Place>();
    for (ScoreDoc hit : searcher.search(query, CANDIDATES).scoreDocs) {
      var document = stored.document(hit.doc);
      places.add(
          new Place(
              document.get(IndexWriting.ARTICLE),
              document.getField(IndexWriting.PARAGRAPH).numericValue().intValue()));
    }
    return places;
  }

  private static Optional<Query> filter(Scope scope) {
    var filter = new BooleanQuery.Builder();
    scope
        .article()
        .ifPresent(
            name -> filter.add(new TermQuery(new Term(IndexWriting.ARTICLE, name)), Occur.FILTER));
    if (scope.first() > 1 || scope.last() < Integer.MAX_VALUE) {
      filter.add(
          IntPoint.newRangeQuery(IndexWriting.PARAGRAPH, scope.first(), scope.last()),
          Occur.FILTER);
    }
    BooleanQuery query = filter.build();
    return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
  }
}
