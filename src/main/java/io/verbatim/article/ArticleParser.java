package io.verbatim.article;

import io.verbatim.article.Block.Heading;
import io.verbatim.article.Block.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns a text into an article: plain text, or Markdown where the name ends in {@code .md} or
 * {@code .markdown}. A paragraph of plain text is a substring of the text; one of Markdown is its
 * words without the marks. Stateless; safe for use by many threads.
 */
public final class ArticleParser {
  private final SentenceSplitter splitter = new SentenceSplitter();

  /**
   * The article in a text.
   *
   * @param name name of the file, relative to its folder
   * @param text what the file holds, decoded; a byte order mark is skipped
   * @throws UnreadableArticlesException if it has no paragraph, or a NUL as no text does
   */
  public Article parse(String name, String text) {
    refuseNul(name, text);
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<Block> blocks = isMarkdown(name) ? Markdown.read(body) : PlainText.read(body);
    Title title = Title.of(name, blocks);
    var paragraphs = new ArrayList<Paragraph>();
    Optional<String> section = Optional.empty();
    for (Block block : title.rest()) {
      switch (block) {
        case Heading(_, var heading) -> {
          if (!paragraphs.isEmpty() || !title.repeatedBy(heading)) {
            section = Optional.of(heading);
          }
        }
        case Text(var words) -> paragraphs.add(paragraph(paragraphs.size() + 1, section, words));
      }
    }
    if (paragraphs.isEmpty()) {
      throw new UnreadableArticlesException(
          new Refusal(name, 1, "has no paragraph; write a text below its title"));
    }
    return new Article(name, title.words(), paragraphs);
  }

  /**
   * A paragraph that somebody else has marked off.
   *
   * @param number from 1
   * @param section heading that it stands under, if any
   * @param text its words, not blank
   */
  public Paragraph paragraph(int number, Optional<String> section, String text) {
    return new Paragraph(number, section, text, splitter.split(text));
  }

  private static void refuseNul(String name, String text) {
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      int line = (int) text.substring(0, nul + 1).lines().count();
      throw new UnreadableArticlesException(
          new Refusal(name, line, "has a NUL character, so it is no plain text; save it as UTF-8"));
    }
  }

  private static boolean isMarkdown(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".md") || lower.endsWith(".markdown");
  }
}
