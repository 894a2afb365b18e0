package io.verbatim.console;

import io.verbatim.article.Collation;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.bot.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Sets replies as lines of text. Lines break at the page's width, which never changes a word; the
 * sentence that answers is bold, the phrase in it underlined, the line that says where it stands is
 * faint. Pure: no terminal is touched.
 *
 * @param width columns, at least 1; {@link #PLAIN} has no end
 */
record Page(int width) {
  /** For output that is no terminal: lines break where the article's do, characters are kept. */
  static final Page PLAIN = new Page(Integer.MAX_VALUE);

  private static final String BAR = "┃ ";
  private static final String INDENT = "  ";
  private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();
  private static final AttributedStyle CROSSED_OUT = AttributedStyle.DEFAULT.crossedOut();
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n]");

  /**
   * @throws IllegalArgumentException if the width is below 1
   */
  Page {
    if (width < 1) {
      throw new IllegalArgumentException("page of " + width + " columns");
    }
  }

  /** The lines of a reply, without line ends. */
  List<AttributedString> lines(Reply reply) {
    var lines = new ArrayList<AttributedString>();
    for (Reply.Block block : reply.blocks()) {
      if (!lines.isEmpty()) {
        lines.add(AttributedString.EMPTY);
      }
      switch (block) {
        case Reply.Heading(var text) -> set("", styled(text, AttributedStyle.BOLD), lines);
        case Reply.Say(var text) -> set("", new AttributedString(text), lines);
        case Reply.Quotation(var quote, _, var source, _) -> {
          set(BAR, marked(quote), lines);
          set(INDENT, styled(source, FAINT), lines);
        }
        case Reply.Comparison(var collation, var source) -> {
          set(BAR, marked(collation), lines);
          set(INDENT, styled(source, FAINT), lines);
        }
      }
    }
    reply.notice().ifPresent(notice -> set("", new AttributedString(notice), lines));
    return lines;
  }

  /** The lines of a reply, and under them what to type in place of pressing its buttons. */
  List<AttributedString> lines(Reply reply, Keys keys) {
    var lines = new ArrayList<>(lines(reply));
    keys.rows().forEach(row -> set(INDENT, styled(row, FAINT), lines));
    return lines;
  }

  /** A line of the program's own, faint. */
  List<AttributedString> aside(String text) {
    var lines = new ArrayList<AttributedString>();
    set("", styled(text, FAINT), lines);
    return lines;
  }

  private static AttributedString marked(Quote quote) {
    int first = quote.span().start();
    var marked = new AttributedStringBuilder();
    for (int i = 0; i < quote.text().length(); i++) {
      marked.style(style(quote, first + i)).append(quote.text().charAt(i));
    }
    return marked.toAttributedString();
  }

  /** The style of a unit of the paragraph. */
  private static AttributedStyle style(Quote quote, int place) {
    var unit = new Span(place, place + 1);
    if (!quote.answer().map(answer -> answer.contains(unit)).orElse(false)) {
      return AttributedStyle.DEFAULT;
    }
    return quote.phrase().map(phrase -> phrase.contains(unit)).orElse(false)
        ? AttributedStyle.BOLD.underline()
        : AttributedStyle.BOLD;
  }

  /** Marked with characters too, since few terminals strike through and none does in a pipe. */
  private static AttributedString marked(Collation collation) {
    var marked = new AttributedStringBuilder();
    for (Collation.Part part : collation.parts()) {
      switch (part.whose()) {
        case BOTH -> marked.append(part.text());
        case ARTICLE -> enclose("{+", part.text(), "+}", AttributedStyle.BOLD, marked);
        case OTHER -> enclose("[-", part.text(), "-]", CROSSED_OUT, marked);
      }
    }
    return marked.toAttributedString();
  }

  private static void enclose(
      String open,
      String text,
      String close,
      AttributedStyle style,
      AttributedStringBuilder marked) {
    String words = text.strip();
    int start = text.indexOf(words);
    marked
        .append(text.substring(0, start))
        .append(open + words + close, style)
        .append(text.substring(start + words.length()));
  }

  private static AttributedString styled(String text, AttributedStyle style) {
    return new AttributedString(text, style);
  }

  private void set(String before, AttributedString text, List<AttributedString> lines) {
    String words = text.toString();
    if (width == PLAIN.width) {
      LINE_BREAK
          .splitAsStream(words)
          .forEach(line -> lines.add(new AttributedString(before + line)));
      return;
    }
    String safe = LineBreaks.harmless(words);
    for (LineBreaks.Line line : LineBreaks.of(safe, Math.max(1, width - before.length()))) {
      var set = new AttributedStringBuilder().append(before);
      for (int i = line.start(); i < line.end(); i++) {
        set.style(text.styleAt(i)).append(safe.charAt(i));
      }
      lines.add(set.toAttributedString());
    }
  }
}
