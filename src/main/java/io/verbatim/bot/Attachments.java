package io.verbatim.bot;

import io.verbatim.answer.Answer;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Exchange;
import io.verbatim.answer.Question;
import io.verbatim.article.Address;
import io.verbatim.article.Library;
import io.verbatim.bot.Request.Attached;
import io.verbatim.bot.Request.Attached.Passage;
import io.verbatim.retrieval.Scope;
import io.verbatim.verification.Verifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the words mean that come with a message. */
final class Attachments {
  private static final List<String> QUESTION_MARKS = List.of("?", "\u061F", "\uFF1F");

  /** Passages of a message in which an answer is looked for first. */
  private static final int MOST_PASSAGES = 3;

  private final Library library;
  private final Answerer answerer;
  private final Verifier verifier;
  private final Source source;

  Attachments(Library library, Answerer answerer, Verifier verifier) {
    this.library = library;
    this.answerer = answerer;
    this.verifier = verifier;
    this.source = new Source(library);
  }

  /** What somebody else wrote and the reader passed on, unless it is a question. */
  static Optional<String> forwarded(Request.Message message) {
    return message
        .attached()
        .filter(attached -> attached.kind() == Attached.Kind.FORWARDED)
        .map(Attachments::words)
        .filter(text -> !text.isBlank() && !isQuestion(text.strip()));
  }

  private static boolean isQuestion(String text) {
    return !Courtesies.isWall(text) && QUESTION_MARKS.stream().anyMatch(text::endsWith);
  }

  /** What a command was told; if nothing, the words that its message refers to. */
  static String words(String argument, Request.Message message) {
    return argument.isBlank()
        ? message.attached().map(Attachments::words).orElse("").strip()
        : argument;
  }

  /** The words themselves; of a message of the bot those that it quotes. */
  private static String words(Attached attached) {
    return attached.passages().isEmpty() || attached.kind() == Attached.Kind.SELECTED
        ? attached.text()
        : attached.passages().stream().map(Passage::words).collect(Collectors.joining("\n"));
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
                || (attached.kind() == Attached.Kind.ANSWER && question.mayLean()))
        .flatMap(attached -> about(attached, question, last))
        .orElseGet(() -> new Context(List.of(), last));
  }

  /** What comes of a message that is replied to; empty if it only answers the last exchange. */
  private Optional<Context> about(Attached attached, Question question, Optional<Exchange> last) {
    boolean ofLast = isAnswerTo(last, attached);
    if (ofLast && attached.kind() == Attached.Kind.ANSWER) {
      return Optional.empty();
    }
    Optional<Exchange> before =
        ofLast && !question.leansWholly()
            ? last
            : Optional.of(new Exchange(told(attached, question)));
    return Optional.of(new Context(scopes(attached), before));
  }

  /** Around each passage of the article that words refer to. */
  private List<Scope> scopes(Attached attached) {
    Stream<Address> places =
        attached.passages().isEmpty() && attached.kind() == Attached.Kind.SELECTED
            ? find(attached.text())
            : attached.passages().stream().flatMap(this::places);
    return places
        .map(place ->
            new Scope(Optional.of(place.article()), place.paragraph() - 1, place.paragraph() + 1))
        .distinct()
        .limit(MOST_PASSAGES)
        .toList();
  }

  /** Where a passage stands, as it says itself if it does. */
  private Stream<Address> places(Passage passage) {
    return source.read(passage.under()).map(Stream::of).orElseGet(() -> find(passage.words()));
  }

  private Stream<Address> find(String words) {
    return verifier.find(words).stream().flatMap(List::stream);
  }

  /**
   * What an answer is about, as it quotes it; only the last question itself is remembered. A
   * question that has words of its own, as "What did he say about it?", leans on the name in it.
   */
  private static String told(Attached attached, Question question) {
    String quoted =
        attached.passages().stream().findFirst().map(Passage::words).orElse(attached.text());
    if (!question.leansWholly()) {
      return QuestionMaker.name(quoted).orElse(quoted);
    }
    return attached.kind() == Attached.Kind.SELECTED ? attached.text() : quoted;
  }

  /** Whether a message answers an exchange; so does one that quotes nothing, for all we know. */
  private boolean isAnswerTo(Optional<Exchange> exchange, Attached message) {
    return message.passages().isEmpty()
        || exchange
            .map(e -> answerer.answer(new Question(e.question())))
            .filter(answer ->
                answer instanceof Answer.Quoted(var citations)
                    && library
                        .words(AnswerReply.sentence(citations.getFirst()))
                        .equals(message.passages().getFirst().words()))
            .isPresent();
  }
}
