package io.verbatim.bot;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Article.Section;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.bot.Reply.Block;
import io.verbatim.bot.Reply.Button;
import io.verbatim.bot.Reply.Heading;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.bot.Reply.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replies to who wants to read: what there is to an article, and its paragraphs. */
final class ReadingReply {
  /** Paragraphs from which it is worth a button to go on where one left off. */
  private static final int LONG = 12;

  private static final int MOST_SECTIONS = 10;

  private final Library library;
  private final Source source;
  private final Wishes wishes;
  private final Walk walk;
  private final AnswerButtons buttons;

  ReadingReply(Library library, Wishes wishes) {
    this.library = library;
    this.source = new Source(library);
    this.wishes = wishes;
    this.walk = new Walk(library, wishes);
    this.buttons = new AnswerButtons(library, wishes);
  }

  /**
   * A paragraph with its neighbours one press away; empty if the article has no such paragraph.
   *
   * @param from the quoted sentence where the walk began, which is marked in its paragraph
   */
  Optional<Reply> paragraph(Article article, int number, Optional<Address> from, Wording wording) {
    return article.paragraph(number).map(paragraph -> show(article, paragraph, from, wording));
  }

  private Reply show(
      Article article, Paragraph paragraph, Optional<Address> from, Wording wording) {
    var address = new Address(article.name(), paragraph.number(), paragraph.whole());
    Optional<Span> marked =
        from.filter(f -> f.paragraph() == paragraph.number()).map(Address::span);
    Quote quote = library.quote(address, marked);
    library.verify(quote.text(), address);
    List<Button> row = walk.around(article, paragraph.number(), from);
    List<Button> atHome =
        from.filter(_ -> marked.isPresent()).map(f -> buttons.of(f, wording)).orElse(List.of());
    List<List<Button>> rows = Stream.of(row, atHome).filter(r -> !r.isEmpty()).toList();
    var reply = new Reply(List.of(new Quotation(quote, false, source.of(quote, wording))), rows);
    return from.isPresent() ? reply : reply.noting(List.of(new Note.Read(address)));
  }

  /** Asks which paragraph is meant, and offers the first. */
  Reply whichParagraph(Article article, Wording wording) {
    return new Reply(
        List.of(new Say(wording.say("quote.usage", article.paragraphs().size()))),
        List.of(List.of(open(wording.say("button.read"), article, 1))));
  }

  /**
   * Title, source, length and sections, each section a button; of many those from one on, with the
   * others a press away.
   *
   * @param from the section to begin with, from 0
   */
  Reply contents(Article article, int from, Optional<Address> bookmark, Wording wording) {
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
    int all = article.sections().size();
    int first = from < all ? from : 0;
    int end = Math.min(all, first + MOST_SECTIONS);
    List<Section> shown = article.sections().subList(first, end);
    if (!shown.isEmpty()) {
      String part = shown.size() < all ? " " + range(first + 1, end) + " / " + all : "";
      blocks.add(
          new Say(
              shown.stream()
                  .map(s -> wording.say("article.section", s.title(), range(s.first(), s.last())))
                  .collect(
                      Collectors.joining(
                          "\n", wording.say("article.sections") + part + "\n", ""))));
    }
    var rows = new ArrayList<List<Button>>();
    shown.forEach(section ->
        rows.add(List.of(open(Wording.label(section.title()), article, section.first()))));
    var turn = new ArrayList<Button>();
    if (first > 0) {
      turn.add(wishes.button("◀", new Wish.Contents(article, Math.max(0, first - MOST_SECTIONS))));
    }
    if (end < all) {
      turn.add(wishes.button("▶", new Wish.Contents(article, end)));
    }
    if (!turn.isEmpty()) {
      rows.add(turn);
    }
    rows.add(whereToRead(article, bookmark, wording));
    return new Reply(blocks, rows);
  }

  private static String range(int first, int last) {
    return first == last ? Integer.toString(first) : first + "–" + last;
  }

  private List<Button> whereToRead(Article article, Optional<Address> bookmark, Wording wording) {
    var row = new ArrayList<Button>();
    row.add(open(wording.say("button.read"), article, 1));
    bookmark
        .filter(_ -> article.paragraphs().size() >= LONG)
        .filter(last -> last.article().equals(article.name()) && last.paragraph() > 1)
        .filter(last -> article.paragraph(last.paragraph()).isPresent())
        .ifPresent(last ->
            row.add(
                open(
                    wording.say("button.continue", Integer.toString(last.paragraph())),
                    article,
                    last.paragraph())));
    return row;
  }

  private Button open(String label, Article article, int paragraph) {
    return wishes.button(label, new Wish.Paragraph(article, paragraph, Optional.empty()));
  }
}
