package io.verbatim.bot;

import io.verbatim.answer.Answer;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Question;
import io.verbatim.answer.Turn;
import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Quote;
import io.verbatim.bot.Reply.Block;
import io.verbatim.bot.Reply.Button;
import io.verbatim.bot.Reply.Heading;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.summary.Length;
import io.verbatim.summary.Summarizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Suggests quotes that answer; before anything is typed, the summary and three questions. */
final class QuoteSuggester implements Suggester {
  private final Library library;
  private final Answerer answerer;
  private final Summarizer summarizer;
  private final SuggestedQuestions questions;
  private final Source source;

  /** Summaries of articles by their names, each made once. */
  private final Map<String, List<Quote>> summaries = new ConcurrentHashMap<>();

  QuoteSuggester(
      Library library, Answerer answerer, Summarizer summarizer, SuggestedQuestions questions) {
    this.library = library;
    this.answerer = answerer;
    this.summarizer = summarizer;
    this.questions = questions;
    this.source = new Source(library);
  }

  @Override
  public List<Suggestion> suggest(String query, Reader reader) {
    var wording = Wording.of(reader.locale());
    String words = query.strip();
    return words.isEmpty() ? beforeTyping(wording) : answers(words, wording);
  }

  private List<Suggestion> answers(String words, Wording wording) {
    Turn turn = answerer.answer(new Question(words), Optional.empty());
    if (!(turn.answer() instanceof Answer.Quoted(var citations))) {
      return List.of();
    }
    var quotes = new LinkedHashMap<Address, Quote>();
    citations.forEach(citation -> quotes.put(AnswerReply.sentence(citation), citation.quote()));
    turn.found().forEach(sentence -> quotes.computeIfAbsent(sentence, answerer::quote));
    return quotes.values().stream()
        .limit(MOST)
        .map(quote -> {
          String place = source.of(quote, wording);
          return suggestion(place, quote, List.of(quotation(quote, wording)), wording);
        })
        .toList();
  }

  private List<Suggestion> beforeTyping(Wording wording) {
    var suggestions = new ArrayList<Suggestion>();
    Article article = library.articles().getFirst();
    List<Quote> summary =
        summaries.computeIfAbsent(
            article.name(), _ -> summarizer.summarize(article, Length.usual()).sentences());
    var blocks = new ArrayList<Block>();
    blocks.add(new Heading(article.title()));
    summary.forEach(sentence -> blocks.add(quotation(sentence, wording)));
    suggestions.add(
        suggestion(
            wording.say("inline.summary", article.title()), summary.getFirst(), blocks, wording));
    questions
        .all()
        .forEach(s ->
            suggestions.add(
                suggestion(
                    s.question(),
                    s.answer(),
                    List.of(new Heading(s.question()), quotation(s.answer(), wording)),
                    wording)));
    return suggestions;
  }

  private Quotation quotation(Quote quote, Wording wording) {
    return new Quotation(quote, false, source.of(quote, wording), Optional.of(Source.link(quote)));
  }

  private Suggestion suggestion(String title, Quote quote, List<Block> blocks, Wording wording) {
    String payload = Source.link(quote);
    Address marked =
        new Address(quote.article(), quote.paragraph(), quote.answer().orElse(quote.span()));
    var reply =
        new Reply(
            blocks, List.of(List.of(new Button.Open(wording.say("button.context"), payload))));
    String id = ArticleKeys.hash(title + "\n" + marked);
    return new Suggestion(id, title, library.words(marked), reply, payload);
  }
}
