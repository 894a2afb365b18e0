package io.verbatim.benchmarks;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import io.verbatim.article.Library;
import io.verbatim.retrieval.Passage;
import io.verbatim.retrieval.Ranking;
import io.verbatim.retrieval.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * LangChain4j's Easy RAG: its splitter (segments of up to 300 tokens that overlap by 30), its model
 * (bge-small-en-v1.5, quantized), its store in memory and its retriever.
 *
 * @see <a href="https://docs.langchain4j.dev/tutorials/rag#easy-rag">Easy RAG</a>
 */
final class EasyRag implements Peer {
  // The default one; named here because the product brings a second model into the class path,
  // between which Easy RAG would not choose.
  private final EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
  private final Documents documents;

  /** What is handed over as a document. */
  enum Documents {
    /** An article, as the manual does. */
    ARTICLES,
    /** A paragraph, so that no segment has parts of two. */
    PARAGRAPHS
  }

  EasyRag(Documents documents) {
    this.documents = documents;
  }

  @Override
  public Index index(Library library) {
    var paragraphs = new Paragraphs(library);
    var store = new InMemoryEmbeddingStore<TextSegment>();
    List<String> texts = paragraphs.texts();
    EmbeddingStoreIngestor.builder()
        .embeddingModel(model)
        .embeddingStore(store)
        .build()
        .ingest(
            switch (documents) {
              case ARTICLES -> List.of(Document.from(String.join("\n\n", texts)));
              case PARAGRAPHS -> texts.stream().map(Document::from).toList();
            });
    var retriever =
        EmbeddingStoreContentRetriever.builder()
            .embeddingModel(model)
            .embeddingStore(store)
            .maxResults(DEPTH)
            .build();
    return new Open(retriever, new Segments(texts), paragraphs);
  }

  @Override
  public void close() {}

  private record Open(
      EmbeddingStoreContentRetriever retriever, Segments segments, Paragraphs paragraphs)
      implements Index {
    @Override
    public Ranking search(String words, Scope scope, int limit) {
      var passages = new ArrayList<Passage>();
      for (Content content : retriever.retrieve(Query.from(words))) {
        double score = score(content);
        for (int number : segments.paragraphs(content.textSegment().text())) {
          passages.add(paragraphs.passage(number, score));
        }
      }
      return new Ranking(passages);
    }

    private static double score(Content content) {
      return content.metadata().get(ContentMetadata.SCORE) instanceof Double score ? score : 0;
    }

    @Override
    public void close() {}
  }
}
