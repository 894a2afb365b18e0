package io.verbatim.app;

import io.verbatim.answer.Answer;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Question;
import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Quote;
import io.verbatim.evaluation.GoldenQuestion;
import io.verbatim.journal.Feedback;
import io.verbatim.journal.Statistics.Uncovered;
import io.verbatim.journal.Vote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Makes questions to measure answers on of what readers judged. Where they liked the answer, it
 * counts as right if the question is still answered; where they did not, a person has to look.
 */
final class FeedbackExport {
  private final Article article;
  private final Answerer answerer;

  /**
   * @param article that the questions are about
   * @param answerer what answers them anew
   */
  FeedbackExport(Article article, Answerer answerer) {
    this.article = article;
    this.answerer = answerer;
  }

  /** Each question once: those that were voted on, then those that were not covered. */
  List<GoldenQuestion> questions(List<Feedback> kept) {
    var votes = new LinkedHashMap<String, List<Vote>>();
    kept.stream()
        .flatMap(feedback -> feedback.votes().stream())
        .filter(vote -> vote.article().equals(article.name()))
        .forEach(vote ->
            vote.question()
                .ifPresent(
                    question -> votes.computeIfAbsent(question, _ -> new ArrayList<>()).add(vote)));
    var uncovered = new LinkedHashMap<String, Long>();
    kept.stream()
        .flatMap(feedback -> feedback.uncovered().stream())
        .filter(asked -> !votes.containsKey(asked.question()))
        .forEach((Uncovered asked) -> uncovered.merge(asked.question(), asked.number(), Long::sum));
    var questions = new ArrayList<GoldenQuestion>();
    votes.forEach((question, given) -> questions.add(judged(question, given)));
    uncovered.forEach((question, times) ->
        questions.add(
            new GoldenQuestion(question, Optional.empty(), true, "not covered, " + times + " ×")));
    return questions;
  }

  private GoldenQuestion judged(String question, List<Vote> given) {
    long good = given.stream().filter(Vote::good).count();
    long bad = given.size() - good;
    Optional<Address> answer = answer(question);
    String note =
        "%d 👍 %d 👎".formatted(good, bad) + (answer.isPresent() ? "" : ", not answered now");
    return new GoldenQuestion(question, answer, good > bad && answer.isPresent(), note);
  }

  /** The sentence that answers best. */
  private Optional<Address> answer(String question) {
    return answerer.answer(new Question(question)) instanceof Answer.Quoted quoted
        ? Optional.of(sentence(quoted.citations().getFirst().quote()))
        : Optional.empty();
  }

  private static Address sentence(Quote quote) {
    return new Address(quote.article(), quote.paragraph(), quote.answer().orElse(quote.span()));
  }
}
