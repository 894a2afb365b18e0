package io.verbatim.article;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a Markdown block as a reader sees them, its line breaks and list markers kept. */
final class MarkdownWords extends AbstractVisitor {
  private final StringBuilder words = new StringBuilder();
  private int depth;

  private MarkdownWords() {}

  /** The words of a block, without white space around them. */
  static String of(Node block) {
    var visitor = new MarkdownWords();
    block.accept(visitor);
    return Whitespace.strip(visitor.words.toString());
  }

  @Override
  public void visit(Text text) {
    words.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    words.append(code.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    words.append('\n');
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    words.append('\n');
  }

  @Override
  public void visit(Paragraph paragraph) {
    visitChildren(paragraph);
    words.append('\n');
  }

  @Override
  public void visit(FencedCodeBlock code) {
    words.append(code.getLiteral()).append('\n');
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    words.append(code.getLiteral()).append('\n');
  }

  @Override
  public void visit(BulletList list) {
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      readItem(list.getMarker(), item);
    }
  }

  @Override
  public void visit(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    int number = start == null ? 1 : start;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      readItem(number++ + list.getMarkerDelimiter(), item);
    }
  }

  private void readItem(String marker, Node item) {
    if (item instanceof ListItem) {
      words.append("  ".repeat(depth)).append(marker).append(' ');
      depth++;
      visitChildren(item);
      depth--;
    }
  }
}
