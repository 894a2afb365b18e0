package io.verbatim.telegram;

import io.verbatim.article.Address;
import io.verbatim.article.Collation;
import io.verbatim.article.Library;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.bot.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.EntityType;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * Sets a reply as Telegram messages: text with entities, which needs no escaping, so that nothing
 * can be escaped wrongly. What does not fit in one message goes on in the next: parted between
 * blocks, else between sentences, else at a space. Every quoted piece is compared with the article
 * in the very text that is to be sent. Safe for use by many threads.
 */
final class MessageWriter {
  // The library has no constants for these (telegrambots-meta 10.2.0).
  static final String BLOCKQUOTE = "blockquote";
  static final String UNDERLINE = "underline";
  static final String EXPANDABLE_BLOCKQUOTE = "expandable_blockquote";
  static final String STRIKETHROUGH = "strikethrough";

  /** A longer heading or source line is set as ordinary text. */
  private static final int LONG_LINE = 1000;

  private final Library library;
  private final Me me;

  /**
   * @param me whose private chat the sources lead to
   */
  MessageWriter(Library library, Me me) {
    this.library = library;
    this.me = me;
  }

  /**
   * The messages that make up a reply, in order; none if it says nothing. The last one has the
   * buttons.
   *
   * @throws io.verbatim.article.MisquoteException if a quote differs from the article
   */
  List<TelegramText> write(Reply reply) {
    var pages = new Pages();
    for (Reply.Block block : reply.blocks()) {
      switch (block) {
        case Reply.Heading(String text) -> heading(text.strip(), pages);
        case Reply.Say(String text) -> pages.place(words(text.strip()));
        case Reply.Quotation quotation -> quotation(quotation, pages);
        case Reply.Comparison comparison -> comparison(comparison, pages);
      }
    }
    return pages.finish(reply.buttons());
  }

  private static void heading(String text, Pages pages) {
    if (text.length() > LONG_LINE) {
      pages.place(words(text));
    } else if (!text.isEmpty()) {
      pages.announce(
          new Page.Part(
              text,
              List.of(new MessageEntity(EntityType.BOLD, 0, text.length())),
              Optional.empty()));
    }
  }

  private static Strip words(String text) {
    var lines = new ArrayList<Span>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        lines.add(new Span(start, start + line.length()));
      }
      start += line.length() + 1;
    }
    return new Strip(
        text,
        lines,
        0,
        (from, to) -> new Page.Part(text.substring(from, to), List.of(), Optional.empty()));
  }

  private void quotation(Reply.Quotation quotation, Pages pages) {
    Quote quote = quotation.quote();
    library.verify(quote.text(), quote.address());
    String source = quotation.source().strip();
    boolean apart = source.length() > LONG_LINE;
    String under = source.isEmpty() || apart ? "" : "\n" + source;
    String type = quotation.folded() ? EXPANDABLE_BLOCKQUOTE : BLOCKQUOTE;
    pages.place(
        new Strip(
            quote.text(),
            sentences(quote),
            under.length(),
            (from, to) -> piece(quote, from, to, type, under, quotation.link())));
    if (apart) {
      pages.place(words(source));
    }
  }

  /** The article's words with what is only in them in bold, and the reader's struck through. */
  private void comparison(Reply.Comparison comparison, Pages pages) {
    Collation collation = comparison.collation();
    library.verify(collation.quote().text(), collation.quote().address());
    var text = new StringBuilder();
    var entities = new ArrayList<MessageEntity>();
    for (Collation.Part part : collation.parts()) {
      int start = text.length();
      text.append(part.text());
      switch (part.whose()) {
        case BOTH -> {}
        case ARTICLE -> mark(EntityType.BOLD, start, part, entities);
        case OTHER -> mark(STRIKETHROUGH, start, part, entities);
      }
    }
    entities.add(new MessageEntity(BLOCKQUOTE, 0, text.length()));
    boolean apart = comparison.source().length() > LONG_LINE;
    if (!apart) {
      text.append('\n').append(comparison.source());
    }
    var whole = new Page.Part(text.toString(), entities, Optional.empty());
    pages.place(new Strip(whole.text(), List.of(), 0, (_, _) -> whole));
    if (apart) {
      pages.place(words(comparison.source()));
    }
  }

  private static void mark(
      String type, int start, Collation.Part part, List<MessageEntity> entities) {
    String text = part.text();
    int first = TextCutter.skipSpace(text, 0, text.length());
    int length = text.strip().length();
    if (length > 0) {
      entities.add(new MessageEntity(type, start + first, length));
    }
  }

  /** A part of a quote from one unit of its text to another, with its source. */
  private Page.Part piece(
      Quote quote, int from, int to, String type, String under, Optional<String> link) {
    int shift = quote.span().start();
    var entities = new ArrayList<MessageEntity>();
    entities.add(new MessageEntity(type, 0, to - from));
    quote.answer().ifPresent(answer -> mark(EntityType.BOLD, answer, shift, from, to, entities));
    quote.phrase().ifPresent(phrase -> mark(UNDERLINE, phrase, shift, from, to, entities));
    if (!under.isEmpty()) {
      link.ifPresent(payload -> entities.add(link(to - from + 1, under.length() - 1, payload)));
    }
    var address =
        new Address(quote.article(), quote.paragraph(), new Span(shift + from, shift + to));
    return new Page.Part(quote.text().substring(from, to) + under, entities, Optional.of(address));
  }

  private MessageEntity link(int start, int length, String payload) {
    var link = new MessageEntity(EntityType.TEXTLINK, start, length);
    link.setUrl(me.link(payload));
    return link;
  }

  private static void mark(
      String type, Span span, int shift, int from, int to, List<MessageEntity> entities) {
    int start = Math.max(span.start() - shift, from);
    int end = Math.min(span.end() - shift, to);
    if (start < end) {
      entities.add(new MessageEntity(type, start - from, end - start));
    }
  }

  /** The sentences of a quote, in units of its text. */
  private List<Span> sentences(Quote quote) {
    Span span = quote.span();
    return library.paragraph(quote.address()).sentences().stream()
        .filter(span::overlaps)
        .map(sentence ->
            new Span(
                Math.max(sentence.start(), span.start()) - span.start(),
                Math.min(sentence.end(), span.end()) - span.start()))
        .toList();
  }

  @FunctionalInterface
  private interface Setter {
    Page.Part set(int from, int to);
  }

  /**
   * Text that may be parted.
   *
   * @param text the whole of it
   * @param sentences where it is best parted
   * @param more units that each part has beside its share of the text
   * @param setter makes a part
   */
  private record Strip(String text, List<Span> sentences, int more, Setter setter) {}

  /** The messages being filled, one after the other. */
  private final class Pages {
    private final List<Page> full = new ArrayList<>();
    private Page page = new Page();
    private Optional<Page.Part> announced = Optional.empty();

    /** Puts a heading before whatever comes next, in the same message. */
    void announce(Page.Part heading) {
      placeAnnounced();
      announced = Optional.of(heading);
    }

    void place(Strip strip) {
      if (strip.text.isBlank()) {
        return;
      }
      Page.Part whole = strip.setter.set(0, strip.text.length());
      if (!page.isEmpty() && !fitsWithHeading(whole)) {
        turn();
      }
      placeAnnounced();
      if (page.fits(whole)) {
        page.add(whole);
      } else {
        part(strip);
      }
    }

    private void part(Strip strip) {
      int end = strip.text.length();
      int from = TextCutter.skipSpace(strip.text, 0, end);
      while (from < end) {
        int room = page.room() - strip.more;
        int to = TextCutter.cut(strip.text, from, end, room, strip.sentences);
        page.add(strip.setter.set(from, to));
        from = TextCutter.skipSpace(strip.text, to, end);
        if (from < end) {
          turn();
        }
      }
    }

    List<TelegramText> finish(List<List<Reply.Button>> buttons) {
      placeAnnounced();
      if (!page.isEmpty()) {
        full.add(page);
      }
      var messages = new ArrayList<TelegramText>();
      for (Page each : full) {
        boolean last = messages.size() == full.size() - 1;
        messages.add(each.finish(library, last ? buttons : List.of()));
      }
      return messages;
    }

    private boolean fitsWithHeading(Page.Part part) {
      return announced
          .map(heading -> page.fits(joined(heading, part)))
          .orElseGet(() -> page.fits(part));
    }

    private void placeAnnounced() {
      announced.ifPresent(heading -> {
        if (!page.fits(heading)) {
          turn();
        }
        page.add(heading);
      });
      announced = Optional.empty();
    }

    private void turn() {
      full.add(page);
      page = new Page();
    }

    private static Page.Part joined(Page.Part first, Page.Part second) {
      var entities = new ArrayList<>(first.entities());
      entities.addAll(second.entities());
      return new Page.Part(first.text() + "\n\n" + second.text(), entities, Optional.empty());
    }
  }
}
