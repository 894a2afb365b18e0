package io.verbatim.article;

import io.verbatim.article.Block.Heading;
import io.verbatim.article.Block.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads plain text: blank lines, line lengths, rules and list markers tell its blocks apart. The
 * text of every block is a substring of the file's.
 */
final class PlainText {
  private PlainText() {}

  /** The blocks of a text in reading order. */
  static List<Block> read(String text) {
    List<Piece> pieces = pieces(groups(Line.of(text)));
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < pieces.size(); i++) {
      String words = pieces.get(i).cut(text);
      if (i == 0 && pieces.getFirst().looksLikeTitle()) {
        blocks.add(new Heading(1, words));
      } else {
        blocks.add(isHeading(pieces, i) ? new Heading(2, words) : new Text(words));
      }
    }
    return blocks;
  }

  /** Lines between blank lines and rules; a rule directly below a short line underlines it. */
  private static List<Piece> groups(List<Line> lines) {
    var groups = new ArrayList<Piece>();
    var group = new ArrayList<Line>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean underlined =
          i + 1 < lines.size() && lines.get(i + 1).isUnderline() && line.canBeUnderlined();
      boolean between = line.isBlank() || line.isRule();
      if (!group.isEmpty() && (between || underlined)) {
        groups.add(Piece.of(group));
        group.clear();
      }
      if (underlined) {
        groups.add(new Piece(List.of(line), true));
      } else if (!between) {
        group.add(line);
      }
    }
    if (!group.isEmpty()) {
      groups.add(Piece.of(group));
    }
    return groups;
  }

  private static List<Piece> pieces(List<Piece> groups) {
    boolean blankLinesTell = groups.stream().filter(Piece::isProse).count() > 1;
    var pieces = new ArrayList<Piece>();
    for (Piece group : groups) {
      if (group.lines().size() == 1) {
        pieces.add(group);
      } else {
        pieces.addAll(Grouping.split(group.lines(), blankLinesTell));
      }
    }
    return pieces;
  }

  /** A short line over text, or over one more heading that stands over text. */
  private static boolean isHeading(List<Piece> pieces, int i) {
    Piece piece = pieces.get(i);
    if (piece.underlined()) {
      return true;
    }
    boolean inList = piece.isItem() && (isItem(pieces, i - 1) || isItem(pieces, i + 1));
    return piece.looksLikeHeading()
        && !inList
        && (isText(pieces, i + 1) || (isText(pieces, i + 2) && !isText(pieces, i + 1)));
  }

  private static boolean isItem(List<Piece> pieces, int i) {
    return i >= 0 && i < pieces.size() && pieces.get(i).isItem();
  }

  private static boolean isText(List<Piece> pieces, int i) {
    return i < pieces.size() && !pieces.get(i).looksLikeHeading();
  }
}
