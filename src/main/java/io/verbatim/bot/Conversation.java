package io.verbatim.bot;

import io.verbatim.answer.Answer;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Citation;
import io.verbatim.answer.Exchange;
import io.verbatim.answer.Question;
import io.verbatim.answer.Turn;
import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quote;
import io.verbatim.bot.Reply.Block;
import io.verbatim.bot.Reply.Button;
import io.verbatim.bot.Reply.Heading;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.bot.Reply.Say;
import io.verbatim.summary.Summarizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conversation about a library: commands, questions, buttons. */
public final class Conversation implements Responder {
  private final Library library;
  private final Answerer answerer;
  private final SummaryReply summaries;
  private final BooleanSupplier byMeaning;
  private final ArticleKeys keys;

  /**
   * @param library what is talked about
   * @param answerer what answers questions
   * @param summarizer what sums up articles
   * @param byMeaning whether questions are answered by meaning at the moment, and not by words
   *     alone
   */
  public Conversation(
      Library library, Answerer answerer, Summarizer summarizer, BooleanSupplier byMeaning) {
    this.library = library;
    this.answerer = answerer;
    this.summaries = new SummaryReply(answerer, summarizer);
    this.byMeaning = byMeaning;
    this.keys = new ArticleKeys(library);
  }

  @Override
  public Reply respond(Request request) {
    var wording = Wording.of(request.locale());
    return switch (request) {
      case Request.Message(var text, var reader, _) ->
          message(text.strip(), reader.memory().exchange(), wording);
      case Request.Press(var data, _) -> press(data, wording);
      case Request.Wordless _, Request.Welcomed _ -> help(wording);
    };
  }

  private Reply message(String text, Optional<Exchange> previous, Wording wording) {
    Optional<Instruction> instruction = Instruction.read(text);
    if (instruction.isPresent()) {
      return obey(instruction.get(), previous, wording);
    }
    return text.startsWith("/")
        ? Reply.say(wording.say("command.unknown"))
        : answer(text, previous, wording);
  }

  private Reply obey(Instruction instruction, Optional<Exchange> previous, Wording wording) {
    String argument = instruction.argument();
    return switch (instruction.command()) {
      case START -> start(wording);
      case HELP -> help(wording);
      case ASK -> answer(argument, previous, wording);
      case SUMMARY -> summary(argument, wording);
      case ARTICLE -> article(argument, wording);
      case QUOTE -> quote(argument, wording);
      case ABOUT -> about(wording);
    };
  }

  private Reply start(Wording wording) {
    return Reply.of(
        List.of(
            new Say(wording.say("start.about", titles())),
            new Say(wording.say("start.how")),
            new Say(wording.say("start.commands"))));
  }

  private String titles() {
    return library.articles().stream().map(Article::title).collect(Collectors.joining("\n"));
  }

  private static Reply help(Wording wording) {
    String commands =
        Stream.of(Command.values())
            .map(c -> (c.slashed() + " " + c.argument()).strip() + " – " + wording.describe(c))
            .collect(Collectors.joining("\n"));
    return Reply.of(
        List.of(
            new Say(wording.say("help.how")),
            new Say(commands),
            new Say(wording.say("help.promise"))));
  }

  private Reply answer(String words, Optional<Exchange> previous, Wording wording) {
    if (words.isBlank()) {
      return Reply.say(wording.say("ask.what"));
    }
    Turn turn = answerer.answer(new Question(words), previous);
    var blocks = new ArrayList<Block>();
    if (turn.leans()) {
      blocks.add(new Say(wording.say("answer.searched", turn.searched())));
    }
    switch (turn.answer()) {
      case Answer.Quoted _ -> {}
      case Answer.Related _ -> blocks.add(new Say(wording.say("answer.related")));
      case Answer.NotCovered _ -> blocks.add(new Say(wording.say("answer.not-covered")));
    }
    blocks.addAll(quotations(turn.answer().citations(), wording));
    return Reply.of(blocks).noting(List.of(new Note.Exchanged(turn.exchange())));
  }

  private List<Block> quotations(List<Citation> citations, Wording wording) {
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < citations.size(); i++) {
      Quote quote = citations.get(i).quote();
      String source = source(quote, wording);
      blocks.add(
          new Quotation(
              quote, i > 0, citations.size() == 1 ? source : "[" + (i + 1) + "] " + source));
    }
    return blocks;
  }

  /** Where a quote stands: paragraph, section, and the article if there are several. */
  private String source(Quote quote, Wording wording) {
    String place = wording.say("quote.place", quote.paragraph(), quote.of());
    return Stream.of(
            Optional.of(place),
            quote.section(),
            library.articles().size() > 1 ? Optional.of(quote.title()) : Optional.<String>empty())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private Reply summary(String argument, Wording wording) {
    Choice choice = Choice.read(argument);
    String beginning =
        Command.QUOTE.slashed() + " " + choice.place().map(p -> p + ":").orElse("") + 1;
    return choice
        .among(library)
        .map(article -> summaries.of(article, choice.rest().strip(), beginning, wording))
        .orElseGet(() -> choose(Command.SUMMARY, choice.rest(), wording));
  }

  private Reply article(String argument, Wording wording) {
    Choice choice = Choice.read(argument);
    return choice
        .among(library)
        .map(article -> article(article, wording))
        .orElseGet(() -> choose(Command.ARTICLE, "", wording));
  }

  private static Reply article(Article article, Wording wording) {
    int words = article.words();
    var blocks = new ArrayList<Block>();
    blocks.add(new Heading(article.title()));
    blocks.add(new Say(wording.say("article.source", article.name())));
    blocks.add(
        new Say(
            wording.say(
                "article.length",
                article.paragraphs().size(),
                words,
                wording.time(ReadingTime.ofWords(words)))));
    if (!article.sections().isEmpty()) {
      blocks.add(
          new Say(
              article.sections().stream()
                  .map(s -> wording.say("article.section", s.title(), s.first(), s.last()))
                  .collect(Collectors.joining("\n", wording.say("article.sections") + "\n", ""))));
    }
    return Reply.of(blocks);
  }

  private Reply quote(String argument, Wording wording) {
    Choice choice = Choice.read(argument);
    Optional<Article> article = choice.among(library);
    if (article.isEmpty()) {
      return choose(Command.QUOTE, choice.rest(), wording);
    }
    return choice
        .number()
        .flatMap(number -> paragraph(article.get(), number, wording))
        .orElseGet(() -> Reply.say(wording.say("quote.usage", article.get().paragraphs().size())));
  }

  /** A paragraph with its neighbours one press away. */
  private Optional<Reply> paragraph(Article article, int number, Wording wording) {
    return article.paragraph(number).map(paragraph -> paragraph(article, paragraph, wording));
  }

  private Reply paragraph(Article article, Paragraph paragraph, Wording wording) {
    var address = new Address(article.name(), paragraph.number(), paragraph.whole());
    Quote quote = library.quote(address, Optional.empty());
    var walk = new ArrayList<Button>();
    if (paragraph.number() > 1) {
      walk.add(button("◀", article, paragraph.number() - 1));
    }
    if (paragraph.number() < article.paragraphs().size()) {
      walk.add(button("▶", article, paragraph.number() + 1));
    }
    return new Reply(
        List.of(new Quotation(quote, false, source(quote, wording))),
        walk.isEmpty() ? List.of() : List.of(walk));
  }

  private static Button button(String label, Article article, int paragraph) {
    return new Button.Press(label, "quote:" + ArticleKeys.of(article.name()) + ":" + paragraph);
  }

  private Reply about(Wording wording) {
    return Reply.of(
        List.of(
            new Say(wording.say("about.what", library.articles().size())),
            new Say(wording.say(byMeaning.getAsBoolean() ? "about.meaning" : "about.words")),
            new Say(wording.say("help.promise"))));
  }

  /** Asks which of several articles is meant. */
  private Reply choose(Command command, String rest, Wording wording) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < library.articles().size(); i++) {
      Article article = library.articles().get(i);
      lines.add((i + 1) + ". " + article.title());
    }
    String example = (command.slashed() + " 2:" + rest).strip();
    return Reply.of(
        List.of(new Say(wording.say("article.which", example)), new Say(String.join("\n", lines))));
  }

  private Reply press(String data, Wording wording) {
    String[] parts = data.split(":", 3);
    Optional<Reply> reply = Optional.empty();
    if (parts.length == 3 && parts[0].equals("quote")) {
      reply =
          keys.article(parts[1])
              .flatMap(a -> Choice.number(parts[2]).flatMap(n -> paragraph(a, n, wording)));
    }
    return reply.orElseGet(() -> Reply.say(wording.say("button.stale")));
  }
}
