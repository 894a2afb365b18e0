package io.verbatim.console;

import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.bot.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        case Reply.Quotation(var quote, _, var source) -> {
          set(BAR, marked(quote), lines);
          set(INDENT, styled(source, FAINT), lines);
        }
      }
    }
    neighbours(reply).ifPresent(hint -> set(INDENT, styled(hint, FAINT), lines));
    return lines;
  }

  /** A line of the program's own, faint. */
  List<AttributedString> aside(String text) {
    var lines = new ArrayList<AttributedString>();
    set("", styled(text, FAINT), lines);
    return lines;
  }

  /** What to type where other readers press ◀ and ▶. */
  private static Optional<String> neighbours(Reply reply) {
    var quotations =
        reply.blocks().stream()
            .filter(Reply.Quotation.class::isInstance)
            .map(block -> ((Reply.Quotation) block).quote())
            .toList();
    if (reply.buttons().isEmpty() || quotations.size() != 1) {
      return Optional.empty();
    }
    Quote quote = quotations.getFirst();
    var hints = new ArrayList<String>();
    if (quote.paragraph() > 1) {
      hints.add("◀ /quote " + (quote.paragraph() - 1));
    }
    if (quote.paragraph() < quote.of()) {
      hints.add("▶ /quote " + (quote.paragraph() + 1));
    }
    return hints.isEmpty() ? Optional.empty() : Optional.of(String.join("  ", hints));
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
