package io.verbatim.evaluation;

import io.verbatim.answer.Answer;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Question;
import io.verbatim.article.Address;
import io.verbatim.article.Library;
import io.verbatim.article.MisquoteException;
import io.verbatim.evaluation.Verdict.Kind;
import io.verbatim.evaluation.Verdict.Mark;
import io.verbatim.retrieval.Passage;
import io.verbatim.retrieval.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Asks a set of questions of the answerer that readers talk to. Each article is a library of its
 * own; each of its questions is asked of it, and as many questions of one other article, drawn with
 * a fixed seed.
 */
public final class Evaluation {
  private static final long SEED = 20;
  private static final int THROUGHPUT_SAMPLE = 1000;

  private final QuestionSet set;
  private final Function<Library, Answerer> answerers;
  private final List<Miss> misses = new ArrayList<>();

  /**
   * @param set what is asked
   * @param answerers opens an answerer on a library
   */
  public Evaluation(QuestionSet set, Function<Library, Answerer> answerers) {
    this.set = set;
    this.answerers = answerers;
  }

  /**
   * A question whose answer was not in the first paragraph or not in its marked sentence.
   *
   * @param article title of the article
   * @param question the question
   * @param expected the answer's own words, empty if the article does not say
   * @param quoted the sentence marked instead, empty if none was
   */
  public record Miss(String article, String question, String expected, String quoted) {}

  /** Number of answers that {@link #run} will ask for. */
  public int size() {
    int asked = set.cases().stream().mapToInt(c -> c.items().size()).sum();
    return set.cases().size() > 1 ? 2 * asked : asked;
  }

  /** What was lost, in the order asked; filled by {@link #run}. */
  public List<Miss> misses() {
    return List.copyOf(misses);
  }

  /**
   * Asks everything.
   *
   * @param progress is told how many answers there are so far
   */
  public Figures run(IntConsumer progress) {
    var random = new Random(SEED);
    var verdicts = new ArrayList<Verdict>();
    double questionsPerSecond = Double.NaN;
    for (int i = 0; i < set.cases().size(); i++) {
      Case one = set.cases().get(i);
      var library = new Library(List.of(one.article()));
      Answerer answerer = answerers.apply(library);
      for (Item item : one.items()) {
        verdicts.add(
            ask(item, item.answerable() ? Kind.ANSWERABLE : Kind.NEAR_TOPIC, i, library, answerer));
        progress.accept(verdicts.size());
      }
      for (Item item : foreign(i, one.items().size(), random)) {
        verdicts.add(ask(item, Kind.OFF_TOPIC, i, library, answerer));
        progress.accept(verdicts.size());
      }
      if (i == 0) {
        questionsPerSecond = throughput(one.items(), answerer);
      }
    }
    return new Figures(verdicts, questionsPerSecond);
  }

  /** Answers a second that a thread for each core gets out of one answerer, warm. */
  private static double throughput(List<Item> items, Answerer answerer) {
    int cores = Runtime.getRuntime().availableProcessors();
    long began = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(cores)) {
      for (int i = 0; i < THROUGHPUT_SAMPLE; i++) {
        var question = new Question(items.get(i % items.size()).words());
        threads.execute(() -> answerer.answer(question));
      }
    }
    return THROUGHPUT_SAMPLE * 1e9 / (System.nanoTime() - began);
  }

  /** As many questions of one other article; none if there is no other. */
  private List<Item> foreign(int article, int count, Random random) {
    if (set.cases().size() < 2) {
      return List.of();
    }
    int other = (article + 1 + random.nextInt(set.cases().size() - 1)) % set.cases().size();
    List<Item> items = set.cases().get(other).items();
    var foreign = new ArrayList<Item>();
    for (int i = 0; i < count; i++) {
      foreign.add(items.get(i % items.size()));
    }
    return foreign;
  }

  private Verdict ask(Item item, Kind kind, int article, Library library, Answerer answerer) {
    var question = new Question(item.words());
    long began = System.nanoTime();
    Ranking ranking = answerer.rank(question);
    Answer answer = answerer.judge(ranking);
    long took = System.nanoTime() - began;

    List<Address> found = ranking.passages().stream().map(Passage::address).toList();
    var verdict =
        new Verdict(
            article,
            kind,
            item.paragraphRank(found),
            item.sentenceRank(found),
            ranking.passages().isEmpty() ? 0 : ranking.passages().getFirst().confidence(),
            ranking.passages().stream().findFirst().map(item::mark).orElse(Mark.NONE),
            answer instanceof Answer.Quoted,
            isVerbatim(answer, library),
            took);
    if (kind == Kind.ANSWERABLE && verdict.sentenceRank() != 1) {
      misses.add(miss(item, ranking, library));
    }
    return verdict;
  }

  private static boolean isVerbatim(Answer answer, Library library) {
    try {
      answer.citations().forEach(c -> library.verify(c.quote().text(), c.quote().address()));
      return true;
    } catch (MisquoteException e) {
      return false;
    }
  }

  private static Miss miss(Item item, Ranking ranking, Library library) {
    return new Miss(
        library.articles().getFirst().title(),
        item.words(),
        item.answers().stream().findFirst().map(a -> library.words(a)).orElse(""),
        ranking.passages().stream().findFirst().map(p -> library.words(p.address())).orElse(""));
  }
}
