package io.verbatim.verification;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The pieces in which a text is looked for that does not stand in an article as a whole: its
 * paragraphs, of long ones some sentences at a time. No piece has but a few words, since such stand
 * anywhere; it goes with its neighbour.
 */
final class Pieces {
  /** UTF-16 units; with what differs it is to fit in one message. */
  private static final int LONG = 1000;

  private static final int FEWEST_WORDS = 4;
  private static final int MOST = 24;
  private static final Pattern LINE = Pattern.compile("\\R");

  private final String text;
  private final List<Token> tokens;
  private final long fewest;

  /**
   * @param tokens of the text
   */
  Pieces(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
    this.fewest = Math.max(FEWEST_WORDS, Math.ceilDiv(words(tokens), MOST));
  }

  /** Paragraphs, or parts of them, in order; each as its tokens, together all. */
  List<List<Token>> paragraphs() {
    var ends = new ArrayList<Integer>();
    int start = 0;
    for (int end : (Iterable<Integer>) lineEnds()::iterator) {
      if (end - start > LONG) {
        ends.addAll(longParts(start, end));
      }
      ends.add(end);
      start = end;
    }
    return parted(tokens, ends);
  }

  /** The sentences of a piece, in order; the piece alone if it is but one. */
  List<List<Token>> sentences(List<Token> piece) {
    return parted(piece, sentenceEnds(piece.getFirst().start(), piece.getLast().end()));
  }

  private IntStream lineEnds() {
    return IntStream.concat(
        LINE.matcher(text).results().mapToInt(MatchResult::end), IntStream.of(text.length()));
  }

  /** Ends of as many sentences as are not long together. */
  private List<Integer> longParts(int from, int to) {
    var parts = new ArrayList<Integer>();
    int start = from;
    int last = from;
    for (int end : sentenceEnds(from, to)) {
      if (end - start > LONG && last > start) {
        parts.add(last);
        start = last;
      }
      last = end;
    }
    return parts;
  }

  private List<Integer> sentenceEnds(int from, int to) {
    var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text.substring(from, to));
    var ends = new ArrayList<Integer>();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      ends.add(from + end);
    }
    return ends;
  }

  /** Tokens parted at some places; what would be too short goes with what follows. */
  private List<List<Token>> parted(List<Token> whole, List<Integer> ends) {
    var parts = new ArrayList<List<Token>>();
    int start = 0;
    int next = 0;
    for (int end : ends) {
      while (next < whole.size() && whole.get(next).start() < end) {
        next++;
      }
      if (words(whole.subList(start, next)) >= fewest) {
        parts.add(whole.subList(start, next));
        start = next;
      }
    }
    if (start < whole.size()) {
      int last = parts.isEmpty() ? 0 : start - parts.removeLast().size();
      parts.add(whole.subList(last, whole.size()));
    }
    return parts;
  }

  /** How many words there are. */
  static long words(List<Token> tokens) {
    return tokens.stream().filter(Token::isWord).count();
  }
}
