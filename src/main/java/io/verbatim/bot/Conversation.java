package io.verbatim.bot;

import io.verbatim.answer.Answerer;
import io.verbatim.answer.Exchange;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.summary.Length;
import io.verbatim.summary.Summarizer;
import io.verbatim.verification.Verifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The conversation about a library: commands, questions, buttons. */
public final class Conversation implements Responder {
  private final Library library;
  private final Wishes wishes;
  private final ArticleKeys keys;
  private final StartReply starts;
  private final AnswerReply answers;
  private final SummaryReply summaries;
  private final ReadingReply readings;
  private final ChoiceReply choices;
  private final VerifyReply verifications;
  private final HouseReply house;
  private final Attachments attachments;
  private final Suggester suggester;

  /**
   * @param library what is talked about
   * @param answerer what answers questions
   * @param summarizer what sums up articles
   * @param byMeaning whether questions are answered by meaning at the moment, and not by words
   *     alone
   */
  public Conversation(
      Library library, Answerer answerer, Summarizer summarizer, BooleanSupplier byMeaning) {
    this(library, answerer, summarizer, byMeaning, Bookkeeping.NONE);
  }

  /**
   * @param bookkeeping what the operator counts and keeps
   */
  public Conversation(
      Library library,
      Answerer answerer,
      Summarizer summarizer,
      BooleanSupplier byMeaning,
      Bookkeeping bookkeeping) {
    this.library = library;
    this.wishes = new Wishes(library);
    this.keys = ArticleKeys.ofNames(library);
    var questions = new SuggestedQuestions(library, answerer, byMeaning);
    this.starts = new StartReply(library, wishes, questions);
    this.answers = new AnswerReply(library, answerer, wishes);
    this.summaries = new SummaryReply(answerer, summarizer, new Source(library), wishes);
    this.readings = new ReadingReply(library, wishes);
    this.choices = new ChoiceReply(library, wishes);
    var verifier = new Verifier(library);
    this.verifications = new VerifyReply(library, verifier, wishes);
    this.house = new HouseReply(library, byMeaning, bookkeeping, wishes);
    this.attachments = new Attachments(library, answerer, verifier);
    this.suggester = new QuoteSuggester(library, answerer, summarizer, questions);
  }

  /** What makes suggestions about the same library. */
  public Suggester suggester() {
    return suggester;
  }

  @Override
  public Reply respond(Request request) {
    var wording = Wording.of(request.locale());
    return switch (request) {
      case Request.Message message -> message(message, wording);
      case Request.Press(var data, var reader) ->
          wishes
              .read(data)
              .map(wish -> grant(wish, reader, wording))
              .orElseGet(() -> Reply.notice(wording.say("button.stale")));
      case Request.Wordless _ -> Reply.say(wording.say("courtesy.wordless"));
      case Request.Welcomed _ -> starts.welcome(wording);
    };
  }

  private Reply message(Request.Message message, Wording wording) {
    String text = message.text().strip();
    Optional<String> forwarded = Attachments.forwarded(message);
    if (forwarded.isPresent()) {
      return verifications.to(forwarded.get(), wording);
    }
    Optional<Instruction> instruction = Instruction.read(text);
    if (instruction.isPresent()) {
      return obey(instruction.get(), message, wording);
    }
    return text.startsWith("/")
        ? Reply.say(wording.say("command.unknown"))
        : Courtesies.key(text)
            .map(key -> Reply.say(wording.say(key)))
            .orElseGet(() -> answer(text, message, wording));
  }

  private Reply obey(Instruction instruction, Request.Message message, Wording wording) {
    String argument = instruction.argument();
    Reader reader = message.reader();
    return switch (instruction.command()) {
      case START -> start(argument, wording);
      case HELP -> StartReply.help(wording);
      case ASK -> answer(Attachments.words(argument, message), message, wording);
      case SUMMARY -> summary(argument, reader, wording);
      case ARTICLE -> contents(argument, reader, wording);
      case QUOTE -> quote(argument, wording);
      case VERIFY -> verifications.to(Attachments.words(argument, message), wording);
      case LANGUAGE -> house.languages(argument, wording);
      case FORGET -> house.forget(wording);
      case PRIVACY -> house.privacy(wording);
      case ABOUT -> house.about(wording);
      case STATS -> house.statistics(reader, wording);
    };
  }

  private Reply start(String payload, Wording wording) {
    return DeepLink.read(payload)
        .flatMap(link ->
            keys.article(link.key())
                .flatMap(a -> readings.paragraph(a, link.paragraph(), Optional.empty(), wording)))
        .orElseGet(() -> starts.start(wording));
  }

  private Reply answer(String words, Request.Message message, Wording wording) {
    return words.isBlank()
        ? Reply.say(wording.say("ask.what"))
        : answers.to(words, attachments.context(words, message), wording);
  }

  private Reply summary(String argument, Reader reader, Wording wording) {
    Choice choice = Choice.read(argument);
    String length = choice.rest().strip();
    Optional<Article> chosen = choice.among(library);
    if (chosen.isPresent()) {
      return summaries.of(chosen.get(), length, reader, wording);
    }
    String example = length.isEmpty() ? "short" : length;
    return SummaryReply.topic(length)
        // As if it had been asked: a button has no room for it.
        .map(topic ->
            choices
                .which(Command.SUMMARY, example, Wish.OnQuestion::new, wording)
                .noting(List.of(new Note.Exchanged(new Exchange(topic)))))
        .orElseGet(() ->
            choices.which(
                Command.SUMMARY, example, a -> new Wish.InShort(a, readable(length)), wording));
  }

  /** The length as a button can say it; none for what is no length. */
  private static String readable(String length) {
    return Length.parse(length).isPresent() ? length.toLowerCase(Locale.ROOT) : "";
  }

  private Reply contents(String argument, Reader reader, Wording wording) {
    return Choice.alone(argument)
        .among(library)
        .map(article -> readings.contents(article, 0, reader.memory().bookmark(), wording))
        .orElseGet(() -> choices.which(Command.ARTICLE, "", a -> new Wish.Contents(a, 0), wording));
  }

  private Reply quote(String argument, Wording wording) {
    Choice choice = Choice.read(argument);
    Optional<Article> article = choice.among(library);
    if (article.isEmpty()) {
      int number = choice.number().orElse(1);
      return choices.which(
          Command.QUOTE,
          Integer.toString(number),
          a ->
              a.paragraph(number).isPresent()
                  ? new Wish.Paragraph(a, number, Optional.empty())
                  : new Wish.Contents(a, 0),
          wording);
    }
    return choice
        .number()
        .flatMap(n -> readings.paragraph(article.get(), n, Optional.empty(), wording))
        .orElseGet(() -> readings.whichParagraph(article.get(), wording));
  }

  private Reply grant(Wish wish, Reader reader, Wording wording) {
    Memory memory = reader.memory();
    return switch (wish) {
      case Wish.Paragraph(var article, int number, var from) ->
          readings.paragraph(article, number, from, wording).orElseThrow();
      case Wish.More(var sentences) -> answers.more(sentences, wording);
      case Wish.Nearest(var sentences) -> answers.nearest(sentences, wording);
      case Wish.Vote(var article, boolean good) ->
          Reply.notice(wording.say(good ? "vote.good" : "vote.bad"))
              .noting(List.of(new Note.Voted(article.name(), good)));
      case Wish.Contents(var article, int first) ->
          readings.contents(article, first, memory.bookmark(), wording);
      case Wish.InShort(var article, var length) -> summaries.of(article, length, reader, wording);
      case Wish.OnQuestion(var article) ->
          memory
              .exchange()
              .map(last -> summaries.about(article, last.question(), reader, wording))
              .orElseGet(() -> Reply.notice(wording.say("summary.no-question")));
      case Wish.Suggested(var article, var mark) ->
          SuggestedQuestions.question(article, mark)
              .map(question -> answers.suggested(question, wording))
              .orElseGet(() -> Reply.notice(wording.say("button.stale")));
      case Wish.Language(var language) -> house.speak(language);
    };
  }
}
