package io.verbatim.evaluation;

import io.verbatim.answer.Answer;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Exchange;
import io.verbatim.answer.Question;
import io.verbatim.answer.Turn;
import io.verbatim.retrieval.Passage;
import java.util.Optional;

/**
 * How many questions were answered right.
 *
 * @param questions that the article answers
 * @param paragraphs of them, those with an answer in the first paragraph
 * @param sentences of them, those with an answer in the marked sentence
 * @param quoted of those with the right paragraph, those that were quoted as the answer
 * @param leaning of all questions, those that were searched with words of the exchange before
 * @param wronglyQuoted questions that the article does not answer but got a quote
 */
record DialogueFigures(
    int questions, int paragraphs, int sentences, int quoted, int leaning, int wronglyQuoted) {
  static final DialogueFigures NONE = new DialogueFigures(0, 0, 0, 0, 0, 0);

  /** A turn of a dialogue with its place. */
  record Asked(Turn turn, Optional<Passage> top) {
    static Asked ask(Answerer answerer, String question, Optional<Exchange> previous) {
      Turn turn = answerer.answer(new Question(question), previous);
      var top = answerer.rank(new Question(turn.searched())).passages().stream().findFirst();
      return new Asked(turn, top);
    }
  }

  DialogueFigures plus(Item item, Asked asked) {
    boolean quote = asked.turn().answer() instanceof Answer.Quoted;
    int leans = leaning + (asked.turn().leans() ? 1 : 0);
    if (!item.answerable()) {
      return new DialogueFigures(
          questions, paragraphs, sentences, quoted, leans, wronglyQuoted + (quote ? 1 : 0));
    }
    boolean paragraph =
        asked
            .top()
            .filter(p -> item.answeredIn(p.address().article(), p.address().paragraph()))
            .isPresent();
    boolean sentence = asked.top().filter(p -> item.answeredIn(p.address())).isPresent();
    return new DialogueFigures(
        questions + 1,
        paragraphs + (paragraph ? 1 : 0),
        sentences + (sentence ? 1 : 0),
        quoted + (paragraph && quote ? 1 : 0),
        leans,
        wronglyQuoted);
  }

  DialogueFigures plus(DialogueFigures other) {
    return new DialogueFigures(
        questions + other.questions,
        paragraphs + other.paragraphs,
        sentences + other.sentences,
        quoted + other.quoted,
        leaning + other.leaning,
        wronglyQuoted + other.wronglyQuoted);
  }

  @Override
  public String toString() {
    return "n %4d  paragraph %4d  sentence %4d  quoted %4d  leaning %4d  wrongly quoted %d"
        .formatted(questions, paragraphs, sentences, quoted, leaning, wronglyQuoted);
  }
}
