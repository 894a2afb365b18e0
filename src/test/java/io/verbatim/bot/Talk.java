package io.verbatim.bot;

import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.article.Article;
import io.verbatim.article.ArticleFolder;
import io.verbatim.article.ArticleParser;
import io.verbatim.article.Library;
import io.verbatim.bot.Reply.Button;
import io.verbatim.bot.Reply.Comparison;
import io.verbatim.bot.Reply.Heading;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.bot.Reply.Say;
import io.verbatim.bot.Request.Attached;
import io.verbatim.lucene.ArticleIndex;
import io.verbatim.summary.Summarizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A reader's talk with the bot about a library, whose index is in memory and answers by words. */
final class Talk {
  static final Library SEED = ArticleFolder.read(Path.of("seeds")).library();

  /** Two articles. */
  static final Library TWO =
      library(
          "On bees\n\nBees dance. They dance in the dark.\n\nBees hum.",
          "On ships\n\nShips rust. " + "The sea is salt, and iron does not like it. ".repeat(6));

  private final Conversation conversation;
  private Reader reader = Reader.of(Locale.ENGLISH);

  private Talk(Library library, AnswerPolicy policy, Bookkeeping bookkeeping) {
    try {
      ArticleIndex index = ArticleIndex.inMemory(library);
      var answerer = new Answerer(library, index, policy);
      conversation =
          new Conversation(
              library, answerer, new Summarizer(library), index::answersByMeaning, bookkeeping);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Talk about(Library library) {
    return new Talk(library, AnswerPolicy.SHIPPED, Bookkeeping.NONE);
  }

  static Talk about(Library library, Bookkeeping bookkeeping) {
    return new Talk(library, AnswerPolicy.SHIPPED, bookkeeping);
  }

  /** With a bot that is sure of nothing: what it finds is near, and answers no question. */
  static Talk unsure(Library library) {
    return new Talk(library, new AnswerPolicy(1, 0, 0.85, 3, 700), Bookkeeping.NONE);
  }

  /** A library of articles that are named 1.md, 2.md, … */
  static Library library(String... texts) {
    return new Library(
        Stream.iterate(0, i -> i < texts.length, i -> i + 1)
            .map(i -> article((i + 1) + ".md", texts[i]))
            .toList());
  }

  static Article article(String name, String text) {
    return new ArticleParser().parse(name, text);
  }

  Talk as(Reader other) {
    reader = other;
    return this;
  }

  Conversation conversation() {
    return conversation;
  }

  Reader reader() {
    return reader;
  }

  Reply say(String text) {
    return respond(new Request.Message(text, reader, Optional.empty()));
  }

  Reply say(String text, String attached, Attached.Kind kind) {
    return respond(new Request.Message(text, reader, Optional.of(new Attached(attached, kind))));
  }

  Reply reply(String text, String... quotes) {
    List<Attached.Passage> passages =
        Stream.of(quotes).map(quote -> new Attached.Passage(quote, "")).toList();
    var answer = new Attached("an answer", Attached.Kind.ANSWER, passages);
    return respond(new Request.Message(text, reader, Optional.of(answer)));
  }

  Reply press(String data) {
    return respond(new Request.Press(data, reader));
  }

  /** Presses the button of a reply that has that label. */
  Reply press(Reply reply, String label) {
    return press(data(reply, label));
  }

  Reply respond(Request request) {
    Reply reply = conversation.respond(request);
    reader = reader.remembering(reader.memory().after(reply.notes()));
    return reply;
  }

  static String data(Reply reply, String label) {
    return reply.buttons().stream()
        .flatMap(List::stream)
        .flatMap(b -> b instanceof Button.Press press ? Stream.of(press) : Stream.of())
        .filter(b -> b.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + label + " in " + labels(reply)))
        .data();
  }

  /** The labels of the buttons, row by row. */
  static List<List<String>> labels(Reply reply) {
    return reply.buttons().stream().map(row -> row.stream().map(Button::label).toList()).toList();
  }

  static List<Quotation> quotations(Reply reply) {
    return reply.blocks().stream()
        .flatMap(block -> block instanceof Quotation q ? Stream.of(q) : Stream.of())
        .toList();
  }

  /** What the bot says itself, and the articles' words, a line for each block. */
  static List<String> lines(Reply reply) {
    return reply.blocks().stream()
        .map(block ->
            switch (block) {
              case Heading(var text) -> text;
              case Say(var text) -> text;
              case Quotation q -> q.quote().text();
              case Comparison c -> c.collation().quote().text();
            })
        .toList();
  }
}
