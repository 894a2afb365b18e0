package io.verbatim.bot;

import io.verbatim.answer.Answer;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Question;
import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Questions to begin with. They are made from the articles by {@link QuestionMaker}, and only those
 * are suggested to which the {@link Answerer} quotes the very sentence that they were made from.
 * Safe for use by many threads.
 */
final class SuggestedQuestions {
  private static final int WANTED = 3;

  /** Most questions that are tried, so that it takes well under a second. */
  private static final int MOST_TRIED = 40;

  private static final int MOST_ARTICLES = 20;

  private final Library library;
  private final Answerer answerer;
  private final BooleanSupplier byMeaning;
  private volatile Made made = new Made(false, false, List.of());

  SuggestedQuestions(Library library, Answerer answerer, BooleanSupplier byMeaning) {
    this.byMeaning = byMeaning;
    this.library = library;
    this.answerer = answerer;
  }

  /**
   * A question that has an answer.
   *
   * @param article that answers it
   * @param question its words
   * @param answer what answers it
   */
  record Suggested(Article article, String question, Quote answer) {
    /** Tells the questions of an article apart; the same on every run. */
    String mark() {
      return ArticleKeys.hash(question);
    }
  }

  /**
   * At most three. They are made when they are first asked for, and once more when answers have
   * come to be found by meaning; that takes up to half a second, and no question waits for it.
   */
  List<Suggested> all() {
    boolean meaning = byMeaning.getAsBoolean();
    Made before = made;
    if (before.any && before.byMeaning == meaning) {
      return before.questions;
    }
    List<Suggested> questions = make();
    made = new Made(true, meaning, questions);
    return questions;
  }

  /**
   * What was made last.
   *
   * @param any whether anything was
   * @param byMeaning how the answers were found then
   */
  private record Made(boolean any, boolean byMeaning, List<Suggested> questions) {}

  /** The question of an article that has a mark; empty if it has none. */
  static Optional<String> question(Article article, String mark) {
    return QuestionMaker.from(article).stream()
        .map(QuestionMaker.Made::question)
        .filter(question -> ArticleKeys.hash(question).equals(mark))
        .findFirst();
  }

  private List<Suggested> make() {
    var chosen = new ArrayList<Suggested>();
    var kinds = new HashSet<QuestionMaker.Kind>();
    List<List<QuestionMaker.Made>> made =
        library.articles().stream().limit(MOST_ARTICLES).map(QuestionMaker::from).toList();
    int tried = 0;
    int longest = made.stream().mapToInt(List::size).max().orElse(0);
    // Round after round, an article after the other, so that many articles are spoken of.
    for (boolean again : List.of(false, true)) {
      for (int round = 0; round < longest; round++) {
        for (int i = 0; i < made.size() && chosen.size() < WANTED && tried < MOST_TRIED; i++) {
          if (round >= made.get(i).size()) {
            continue;
          }
          QuestionMaker.Made candidate = made.get(i).get(round);
          if (kinds.contains(candidate.kind()) == again && isNew(candidate, chosen)) {
            tried++;
            Article article = library.articles().get(i);
            answer(candidate)
                .ifPresent(quote -> {
                  chosen.add(new Suggested(article, candidate.question(), quote));
                  kinds.add(candidate.kind());
                });
          }
        }
      }
    }
    return List.copyOf(chosen);
  }

  private static boolean isNew(QuestionMaker.Made candidate, List<Suggested> chosen) {
    Set<String> asked = new HashSet<>();
    chosen.forEach(suggested -> asked.add(suggested.question()));
    return !asked.contains(candidate.question())
        && chosen.stream().noneMatch(s -> holds(s.answer(), candidate.sentence()));
  }

  private static boolean holds(Quote answer, Address sentence) {
    return answer.article().equals(sentence.article())
        && answer.paragraph() == sentence.paragraph()
        && answer.answer().filter(sentence.span()::equals).isPresent();
  }

  private Optional<Quote> answer(QuestionMaker.Made candidate) {
    return answerer.answer(new Question(candidate.question())) instanceof Answer.Quoted quoted
        ? Optional.of(quoted.citations().getFirst().quote())
            .filter(quote -> holds(quote, candidate.sentence()))
        : Optional.empty();
  }
}
