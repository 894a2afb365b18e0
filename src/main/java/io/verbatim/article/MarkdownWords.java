package io.verbatim.article;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
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

  /** The words of each item of a list with its marker. */
  static List<String> ofItems(ListBlock list) {
    var items = new ArrayList<String>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      var visitor = new MarkdownWords();
      visitor.readItem(marker(list, items.size()), item);
      items.add(Whitespace.strip(visitor.words.toString()));
    }
    return items;
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
    readItems(list);
  }

  @Override
  public void visit(OrderedList list) {
    readItems(list);
  }

  private void readItems(ListBlock list) {
    int index = 0;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      words.append("  ".repeat(depth));
      readItem(marker(list, index++), item);
    }
  }

  private void readItem(String marker, Node item) {
    words.append(marker).append(' ');
    depth++;
    visitChildren(item);
    depth--;
  }

  /** The author's marker; of a numbered list, counted on from the first as Markdown does. */
  private static String marker(ListBlock list, int index) {
    if (list instanceof OrderedList ordered) {
      Integer start = ordered.getMarkerStartNumber();
      return (start == null ? 1 : start) + index + ordered.getMarkerDelimiter();
    }
    return list instanceof BulletList bullets ? bullets.getMarker() : "";
  }
}
