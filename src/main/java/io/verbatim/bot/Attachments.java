package io.verbatim.bot;

import io.verbatim.answer.Answer;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Exchange;
import io.verbatim.answer.Question;
import io.verbatim.article.Address;
import io.verbatim.article.Library;
import io.verbatim.bot.Request.Attached;
import io.verbatim.retrieval.Scope;
import io.verbatim.verification.Verifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the words mean that come with a message. */
final class Attachments {
  private final Library library;
  private final Answerer answerer;
  private final Verifier verifier;

  Attachments(Library library, Answerer answerer, Verifier verifier) {
    this.library = library;
    this.answerer = answerer;
    this.verifier = verifier;
  }

  /** What somebody else wrote and the reader passed on, unless it is a question. */
  static Optional<String> forwarded(Request.Message message) {
    return message
        .attached()
        .filter(attached -> attached.kind() == Attached.Kind.FORWARDED)
        .map(Attached::text)
        .filter(text -> !text.isBlank() && !text.strip().endsWith("?"));
  }

  /** What a command was told; if nothing, the words that its message refers to. */
  static String words(String argument, Request.Message message) {
    return argument.isBlank()
        ? message.attached().map(Attached::text).orElse("").strip()
        : argument;
  }

  /**
   * What a question comes after: the passages that its message replies to, where it replies to
   * some, else what the reader last asked. In a group a reply is also the way to ask something new;
   * so only selected words narrow what stands for itself.
   */
  Context context(String words, Request.Message message) {
    var question = new Question(words);
    Optional<Exchange> last = message.reader().memory().exchange();
    return message
        .attached()
        .filter(attached ->
            attached.kind() == Attached.Kind.SELECTED
                || (attached.kind() == Attached.Kind.ANSWER
                    && question.mayLean()
                    && !isAnswerTo(last, attached)))
        .map(passage -> new Context(scope(passage), before(question, passage, last)))
        .orElseGet(() -> new Context(Optional.empty(), last));
  }

  /** Around the passages of the article that words refer to. */
  private Optional<Scope> scope(Attached attached) {
    List<Address> quoted = places(attached.quotes().stream());
    List<Address> places =
        quoted.isEmpty() && attached.kind() == Attached.Kind.SELECTED
            ? places(Stream.of(attached.text()))
            : quoted;
    return places.stream()
        .findFirst()
        .map(Address::article)
        .map(article -> {
          var numbers =
              places.stream()
                  .filter(place -> place.article().equals(article))
                  .mapToInt(Address::paragraph)
                  .summaryStatistics();
          return new Scope(Optional.of(article), numbers.getMin() - 1, numbers.getMax() + 1);
        });
  }

  private List<Address> places(Stream<String> words) {
    return words.flatMap(w -> verifier.find(w).stream()).flatMap(List::stream).toList();
  }

  /**
   * What a question about a passage may lean on. Only the last question is remembered; that of an
   * older answer is told by what it quotes: by the name in it for a question that has words of its
   * own, as "What did he say about it?", else by all of it.
   */
  private Optional<Exchange> before(Question question, Attached passage, Optional<Exchange> last) {
    boolean selected = passage.kind() == Attached.Kind.SELECTED;
    if (isAnswerTo(last, passage) && !(selected && question.leansWholly())) {
      return last;
    }
    String quoted = passage.quotes().stream().findFirst().orElse(passage.text());
    String told =
        question.leansWholly()
            ? selected ? passage.text() : quoted
            : QuestionMaker.name(quoted).orElse(quoted);
    return Optional.of(new Exchange(told));
  }

  /** Whether a message answers an exchange; so does one that quotes nothing, for all we know. */
  private boolean isAnswerTo(Optional<Exchange> exchange, Attached message) {
    return message.quotes().isEmpty()
        || exchange
            .map(e -> answerer.answer(new Question(e.question())))
            .filter(answer ->
                answer instanceof Answer.Quoted(var citations)
                    && library
                        .words(AnswerReply.sentence(citations.getFirst()))
                        .equals(message.quotes().getFirst()))
            .isPresent();
  }
}
