package io.verbatim.evaluation;

import io.verbatim.article.Library;
import io.verbatim.evaluation.Sample.Use;
import io.verbatim.evaluation.Verdict.Kind;
import io.verbatim.ranking.Candidates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Every question of some sets put to its own article, and as many questions of another article of
 * the same fold; once more with articles cut short. An article belongs to one fold in whatever set
 * it stands, so that nothing is learned from what is measured on it.
 */
public final class Trials {
  /** Number of folds. */
  public static final int FOLDS = 4;

  /** Paragraphs of an article that is cut short. */
  static final int SHORT = 8;

  private static final long SEED = 20;

  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Integer> folds = new HashMap<>();
  private final List<Trial> trials = new ArrayList<>();

  /** What gathers the evidence of questions. */
  @FunctionalInterface
  public interface Gatherers {
    /**
     * For an article alone.
     *
     * @param fold that it is in, 0 to {@link #FOLDS} - 1
     */
    Function<String, Candidates> of(Library article, int fold);
  }

  /**
   * One article with what is put to it.
   *
   * @param number of the article in the sample
   */
  private record Part(Sample sample, int number, Case asked, List<Item> foreign) {
    int size() {
      return asked.items().size() + foreign.size();
    }
  }

  /**
   * Draws up the trials.
   *
   * @param sets by name. One with unanswerable questions is asked about its own articles alone, as
   *     these most often stand in another set too
   */
  public Trials(Map<String, QuestionSet> sets) {
    var random = new Random(SEED);
    sets.values().forEach(set -> assignFolds(set, random));
    sets.forEach((name, set) -> {
      boolean nearTopic = set.cases().stream().anyMatch(Trials::hasUnanswerable);
      add(name, nearTopic ? Use.NEAR_TOPIC : Use.RANKING, set, random);
      if (!nearTopic) {
        String cut = name + ", first " + SHORT + " paragraphs";
        add(cut, Use.SHORT_ARTICLES, set.first(SHORT), random);
      }
    });
  }

  private static boolean hasUnanswerable(Case one) {
    return one.items().stream().anyMatch(item -> !item.answerable());
  }

  private void assignFolds(QuestionSet set, Random random) {
    var titles = new ArrayList<String>();
    set.cases().stream()
        .map(one -> one.article().title())
        .filter(title -> !folds.containsKey(title))
        .distinct()
        .forEach(titles::add);
    Collections.shuffle(titles, random);
    titles.forEach(title -> folds.put(title, folds.size() % FOLDS));
  }

  private void add(String name, Use use, QuestionSet set, Random random) {
    int questions = set.cases().stream().mapToInt(one -> one.items().size()).sum();
    var sample = new Sample(name, use, questions);
    for (int i = 0; i < set.cases().size(); i++) {
      Case one = set.cases().get(i);
      List<Item> foreign = use == Use.NEAR_TOPIC ? List.of() : foreign(one, set, random);
      parts.add(new Part(sample, i, one, foreign));
    }
  }

  /** As many questions of another article of the same fold; none if there is no other. */
  private List<Item> foreign(Case one, QuestionSet set, Random random) {
    List<Case> others =
        set.cases().stream()
            .filter(other -> fold(other) == fold(one))
            .filter(other -> !other.article().title().equals(one.article().title()))
            .filter(other -> !other.items().isEmpty())
            .toList();
    var foreign = new ArrayList<Item>();
    if (!others.isEmpty()) {
      List<Item> items = others.get(random.nextInt(others.size())).items();
      for (int i = 0; i < one.items().size(); i++) {
        foreign.add(items.get(i % items.size()));
      }
    }
    return foreign;
  }

  private int fold(Case one) {
    return folds.getOrDefault(one.article().title(), 0);
  }

  /** Number of questions that {@link #gather} asks. */
  public int size() {
    return parts.stream().mapToInt(Part::size).sum();
  }

  /**
   * Gathers what speaks for the sentences of every article and every question put to it; all of it
   * stays in memory, about 0.5 KB a sentence and question.
   *
   * @param gatherers used by a thread for each core
   * @param progress is told how many questions are done so far
   */
  public void gather(Gatherers gatherers, IntConsumer progress) {
    trials.clear();
    try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (Part part : parts) {
        var library = new Library(List.of(part.asked().article()));
        Function<String, Candidates> gatherer = gatherers.of(library, fold(part.asked()));
        var waiting = new ArrayList<Callable<Trial>>();
        for (Item item : part.asked().items()) {
          Kind kind = item.answerable() ? Kind.ANSWERABLE : Kind.NEAR_TOPIC;
          waiting.add(() -> trial(part, library, kind, item, gatherer));
        }
        for (Item item : part.foreign()) {
          waiting.add(() -> trial(part, library, Kind.OFF_TOPIC, item, gatherer));
        }
        gather(waiting, threads, progress);
      }
    }
  }

  private void gather(
      List<Callable<Trial>> waiting, ExecutorService threads, IntConsumer progress) {
    try {
      for (Future<Trial> trial : threads.invokeAll(waiting)) {
        trials.add(trial.get());
        progress.accept(trials.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while gathering evidence", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot gather evidence", e.getCause());
    }
  }

  private Trial trial(
      Part part, Library library, Kind kind, Item item, Function<String, Candidates> gatherer) {
    Candidates candidates = gatherer.apply(item.words());
    return new Trial(
        part.sample(), part.number(), fold(part.asked()), kind, item, library, candidates);
  }

  /** What {@link #gather} gathered, in the order drawn up. */
  List<Trial> gathered() {
    return List.copyOf(trials);
  }
}
