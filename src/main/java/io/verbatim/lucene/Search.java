package io.verbatim.lucene;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Span;
import io.verbatim.embedding.Encoders;
import io.verbatim.embedding.SentenceEncoder;
import io.verbatim.embedding.SpanReader;
import io.verbatim.embedding.SpanReader.Share;
import io.verbatim.lucene.ParagraphReading.Dense;
import io.verbatim.lucene.QuestionReading.QuestionTerm;
import io.verbatim.lucene.ReadingCache.Place;
import io.verbatim.ranking.Asked;
import io.verbatim.ranking.Calibration;
import io.verbatim.ranking.Candidates;
import io.verbatim.ranking.Circumstance;
import io.verbatim.ranking.CloseReading;
import io.verbatim.ranking.Evidence;
import io.verbatim.ranking.Marking;
import io.verbatim.ranking.Model;
import io.verbatim.ranking.Reading;
import io.verbatim.ranking.SentenceEvidence;
import io.verbatim.ranking.Weighing;
import io.verbatim.ranking.Weighing.Scored;
import io.verbatim.ranking.Weighing.Statement;
import io.verbatim.retrieval.Passage;
import io.verbatim.retrieval.Ranking;
import io.verbatim.retrieval.Scope;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;

/** Searches one state of an index. Safe for use by many threads. */
final class Search implements Closeable {
  /** Candidates whose every token is compared. */
  private static final int SHORTLIST = 24;

  /** Paragraphs in whose sentence the phrase that answers is sought; more are never shown. */
  private static final int MARKED = 3;

  private final Library library;
  private final DirectoryReader reader;
  private final Retrieval retrieval;
  private final Statistics statistics;
  private final EnglishText english = new EnglishText();
  private final ReadingCache readings;
  private final Optional<Encoders> encoders;
  private final Model model;
  private final Calibration calibration;
  private final Set<String> news;

  Search(Library library, DirectoryReader reader, Optional<Encoders> encoders) throws IOException {
    this.library = library;
    this.reader = reader;
    this.encoders = encoders;
    retrieval = new Retrieval(library, reader);
    statistics = new Statistics(reader);
    readings = new ReadingCache(library, reader, english, encoders.isPresent());
    Reading reading =
        encoders.isEmpty()
            ? Reading.WORDS
            : library.paragraphs() <= IndexWriting.MOST_PARAGRAPHS_WITH_TOKENS
                ? Reading.TOKENS
                : Reading.VECTORS;
    model = Model.shipped(reading);
    calibration = Calibration.shipped(reading);
    news =
        library.articles().stream()
            .filter(PositionEvidence::hasShortParagraphs)
            .map(Article::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Ranks the paragraphs in scope by what speaks for their sentences. */
  Ranking run(String words, Scope scope, int limit) throws IOException {
    Candidates candidates = candidates(words, scope);
    Weighing weighing = model.weigh(candidates);
    if (weighing.paragraphs().isEmpty()) {
      return Ranking.EMPTY;
    }
    double most = weighing.paragraphs().getFirst().score();
    double confidence = calibration.confidence(weighing, library::words);
    var passages = new ArrayList<Passage>();
    for (Scored scored : weighing.paragraphs().stream().limit(limit).toList()) {
      passages.add(
          new Passage(
              scored.address(),
              passages.size() < MARKED
                  ? phrase(candidates.asked(), scored.address())
                  : Optional.empty(),
              scored.score(),
              confidence * Math.exp(scored.score() - most)));
    }
    return new Ranking(passages);
  }

  private Optional<Span> phrase(Asked asked, Address sentence) {
    int start = sentence.span().start();
    return Marking.phrase(asked, library.words(sentence))
        .map(span -> new Span(start + span.start(), start + span.end()));
  }

  /** The sentences in scope that may answer, with what speaks for them. */
  Candidates candidates(String words, Scope scope) throws IOException {
    QuestionReading question = QuestionReading.of(words, english);
    boolean empty =
        question.terms().stream().noneMatch(QuestionTerm::content); // asks about nothing
    if (!empty) {
      question = encoded(question);
    }
    var lexical = new LexicalEvidence(question, statistics);
    List<Candidate> candidates = new ArrayList<>();
    for (Place place : empty ? List.<Place>of() : retrieval.places(question, scope)) {
      readings
          .find(place)
          .map(paragraph -> new Candidate(paragraph, lexical.of(paragraph)))
          .filter(candidate -> encoders.isPresent() || shareWords(candidate))
          .ifPresent(candidates::add);
    }
    candidates.forEach(this::putPosition);
    if (question.dense().isPresent()) {
      candidates = addDense(candidates, question.dense().get(), lexical);
    }
    var found =
        new Candidates(
            asked(question, lexical), candidates.stream().flatMap(Candidate::addressed).toList());
    Optional<SpanReader> spanReader =
        question.asksInEnglish() ? encoders.flatMap(Encoders::reader) : Optional.empty();
    return spanReader.isPresent() ? readClosely(found, spanReader.get()) : found;
  }

  /** Puts what a reader makes of the best sentences, where it is doubtful which is the best. */
  private Candidates readClosely(Candidates found, SpanReader spanReader) {
    List<Statement> doubtful = CloseReading.doubtful(model.weigh(found), library::words);
    if (doubtful.isEmpty()) {
      return found;
    }
    List<Share> shares =
        spanReader.read(found.asked().text(), doubtful.stream().map(Statement::words).toList());
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      for (Scored place : doubtful.get(i).places()) {
        SentenceEvidence evidence = place.sentence().evidence();
        evidence.put(Evidence.READER_START, CloseReading.evidence(share.start()));
        evidence.put(Evidence.READER_END, CloseReading.evidence(share.end()));
      }
    }
    double some = shares.stream().mapToDouble(of -> (of.start() + of.end()) / 2).sum();
    return new Candidates(found.asked().read(1 - some), found.sentences());
  }

  private Asked asked(QuestionReading question, LexicalEvidence lexical) {
    return new Asked(
        question.text(),
        question.words(),
        question.type(),
        Map.of(
            Circumstance.SENTENCES, Math.log(Math.max(1, statistics.sentences())),
            Circumstance.CONTENT, Math.log1p((double) question.content()),
            Circumstance.TERMS, Math.log(Math.max(1, question.terms().size())),
            Circumstance.UNKNOWN, lexical.unknown(),
            Circumstance.NAMES_ASKED, (double) lexical.names()));
  }

  private QuestionReading encoded(QuestionReading question) {
    if (encoders.isEmpty()) {
      return question;
    }
    String head = QuestionReading.head(question.text());
    SentenceEncoder first = encoders.get().miniLm();
    SentenceEncoder second = encoders.get().bge();
    var miniLm = // beside the other, which takes twice as long
        CompletableFuture.supplyAsync(() -> QuestionReading.dense(head, first.question(head)));
    var bge =
        CompletableFuture.supplyAsync(
            () -> QuestionReading.dense(head, second.question(head)), Runnable::run);
    return miniLm.thenCombine(bge, question::with).join(); // waits for both, even if one fails
  }

  private static boolean shareWords(Candidate candidate) {
    return candidate.sentences().getFirst().get(Evidence.BM25_PARAGRAPH) > 0;
  }

  private void putPosition(Candidate candidate) {
    Article article = library.article(candidate.paragraph().article()).orElseThrow();
    if (news.contains(article.name())) {
      PositionEvidence.put(candidate.paragraph().paragraph().number(), candidate.sentences());
    }
  }

  /**
   * Puts what the encoders say, token by token for the most promising candidates, and keeps these
   * alone.
   */
  private List<Candidate> addDense(
      List<Candidate> candidates, QuestionReading.Dense question, LexicalEvidence lexical)
      throws IOException {
    var miniLm = new DenseEvidence(question.miniLm(), statistics, UnaryOperator.identity());
    var bge = new DenseEvidence(question.bge(), statistics, Evidence::ofBge);
    for (Candidate candidate : candidates) {
      Dense read = candidate.paragraph().dense().orElseThrow();
      miniLm.putCosines(read.miniLm(), candidate.sentences());
      bge.putCosines(read.bge(), candidate.sentences());
    }
    List<Candidate> shortlist =
        candidates.stream()
            .sorted(
                Comparator.comparingDouble((Candidate c) -> lexical.promise(c.sentences()))
                    .reversed())
            .limit(SHORTLIST)
            .toList();
    for (Candidate candidate : shortlist) {
      Dense read = candidate.paragraph().dense().orElseThrow();
      miniLm.putTokens(read.miniLm(), candidate.sentences());
      bge.putTokens(read.bge(), candidate.sentences());
      putNeighbours(candidate, miniLm, bge);
    }
    miniLm.putStandouts();
    bge.putStandouts();
    return shortlist;
  }

  private void putNeighbours(Candidate candidate, DenseEvidence miniLm, DenseEvidence bge) {
    ParagraphReading paragraph = candidate.paragraph();
    int last = paragraph.sentences() - 1;
    for (int i = 0; i <= last; i++) {
      Optional<Neighbour> before =
          i > 0 ? Optional.of(new Neighbour(paragraph, i - 1)) : endOf(paragraph, -1);
      Optional<Neighbour> after =
          i < last ? Optional.of(new Neighbour(paragraph, i + 1)) : endOf(paragraph, 1);
      SentenceEvidence sentence = candidate.sentences().get(i);
      double near = 0;
      double nearBge = 0;
      for (Neighbour neighbour : Stream.of(before, after).flatMap(Optional::stream).toList()) {
        Dense read = neighbour.paragraph().dense().orElseThrow();
        near += miniLm.cosine(read.miniLm(), neighbour.sentence()) / 2;
        nearBge += bge.cosine(read.bge(), neighbour.sentence()) / 2;
      }
      sentence.put(Evidence.MINILM_NEIGHBOURS, near);
      sentence.put(Evidence.BGE_NEIGHBOURS, nearBge);
    }
  }

  private record Neighbour(ParagraphReading paragraph, int sentence) {}

  /** The last sentence of the paragraph before, or the first of the one after. */
  private Optional<Neighbour> endOf(ParagraphReading paragraph, int step) {
    return readings
        .find(new Place(paragraph.article(), paragraph.paragraph().number() + step))
        .map(next -> new Neighbour(next, step < 0 ? next.sentences() - 1 : 0));
  }

  @Override
  public void close() throws IOException {
    reader.close();
    reader.directory().close();
  }
}
