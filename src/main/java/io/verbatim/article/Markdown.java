package io.verbatim.article;

import io.verbatim.article.Block.Heading;
import io.verbatim.article.Block.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/**
 * Reads CommonMark: its block structure, and the words of each block without the marks. Safe for
 * use by many threads.
 */
final class Markdown extends AbstractVisitor {
  /** A list up to this length is quoted whole, a longer one item by item. */
  private static final int LONGEST_LIST = 1000;

  private static final Parser PARSER = Parser.builder().build();
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A\\uFEFF?---[ \\t]*\\R(.*?\\R)??---[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
  private static final Pattern FRONT_TITLE =
      Pattern.compile("^title:[ \\t]*(\"?)(.*\\S)\\1[ \\t]*$", Pattern.MULTILINE);
  private static final Pattern TAG = Pattern.compile("(?s)<!--.*?(?:-->|\\z)|</?[A-Za-z!?][^>]*>");

  private final List<Block> blocks = new ArrayList<>();

  private Markdown() {}

  /** The blocks of a text in reading order. */
  static List<Block> read(String text) {
    var reader = new Markdown();
    Matcher front = FRONT_MATTER.matcher(text);
    String body = text;
    if (front.find()) {
      Matcher title = FRONT_TITLE.matcher(front.group());
      if (title.find()) {
        reader.blocks.add(new Heading(1, title.group(2)));
      }
      body = text.substring(front.end());
    }
    PARSER.parse(body).accept(reader);
    return titled(reader.blocks);
  }

  /** Without a heading of the first level, a first paragraph that looks like a title is one. */
  private static List<Block> titled(List<Block> blocks) {
    boolean hasTitle =
        blocks.stream().anyMatch(b -> b instanceof Heading(int level, _) && level == 1);
    if (!hasTitle && !blocks.isEmpty() && blocks.getFirst() instanceof Text(String words)) {
      List<Line> lines = Line.of(words);
      if (lines.size() == 1 && lines.getFirst().looksLikeTitle()) {
        blocks.set(0, new Heading(1, words));
      }
    }
    return blocks;
  }

  @Override
  public void visit(org.commonmark.node.Heading heading) {
    String words = MarkdownWords.of(heading);
    if (!words.isEmpty()) {
      blocks.add(
          heading.getParent() instanceof org.commonmark.node.Document
              ? new Heading(heading.getLevel(), words)
              : new Text(words));
    }
  }

  @Override
  public void visit(Paragraph paragraph) {
    add(MarkdownWords.of(paragraph));
  }

  @Override
  public void visit(org.commonmark.node.BulletList list) {
    readList(list);
  }

  @Override
  public void visit(org.commonmark.node.OrderedList list) {
    readList(list);
  }

  @Override
  public void visit(FencedCodeBlock code) {
    add(code.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    add(code.getLiteral());
  }

  @Override
  public void visit(HtmlBlock html) {
    add(TAG.matcher(html.getLiteral()).replaceAll(""));
  }

  private void readList(ListBlock list) {
    String whole = MarkdownWords.of(list);
    if (list.isTight() && whole.length() <= LONGEST_LIST) {
      add(whole);
    } else {
      MarkdownWords.ofItems(list).forEach(this::add);
    }
  }

  private void add(String words) {
    String stripped = Whitespace.strip(words);
    if (!stripped.isEmpty()) {
      blocks.add(new Text(stripped));
    }
  }
}
