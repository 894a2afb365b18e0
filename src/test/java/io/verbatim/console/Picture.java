package io.verbatim.console;

import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Draws lines of a terminal as SVG: one text element for every stretch of one style. */
final class Picture {
  private static final double COLUMN = 8.4;
  private static final int LINE = 20;
  private static final int MARGIN = 20;

  private Picture() {}

  static String of(List<AttributedString> lines, int columns) {
    long width = Math.round(columns * COLUMN) + 2 * MARGIN;
    int height = lines.size() * LINE + 2 * MARGIN;
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">
        <title>A chat with Verbatim in the terminal</title>
        <rect width="100%%" height="100%%" rx="8" fill="#16181d"/>
        <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" \
        fill="#e6e6e6" xml:space="preserve">
        """
            .formatted(width, height, width, height));
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), MARGIN + (i + 1) * LINE - 6, svg);
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static void line(AttributedString line, int y, StringBuilder svg) {
    int start = 0;
    while (start < line.length()) {
      AttributedStyle style = line.styleAt(start);
      int end = start;
      while (end < line.length() && line.styleAt(end).equals(style)) {
        end++;
      }
      String words = line.substring(start, end).toString();
      if (!words.isBlank()) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\""
                    + " lengthAdjust=\"spacing\"%s>%s</text>%n",
                MARGIN + line.substring(0, start).columnLength() * COLUMN,
                y,
                line.substring(start, end).columnLength() * COLUMN,
                look(style, line.toString()),
                escaped(words)));
      }
      start = end;
    }
  }

  private static String look(AttributedStyle style, String line) {
    if (line.startsWith("> ")) {
      return " fill=\"#8fc7ff\"";
    }
    if (style.equals(AttributedStyle.BOLD)) {
      return " font-weight=\"bold\" fill=\"#ffffff\"";
    }
    if (style.equals(AttributedStyle.DEFAULT.faint())) {
      return " fill=\"#9aa0a6\"";
    }
    return style.equals(AttributedStyle.DEFAULT.crossedOut())
        ? " text-decoration=\"line-through\" fill=\"#ff9d9d\""
        : "";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
