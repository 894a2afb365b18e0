package io.verbatim.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.ThreadSafeSentenceDetectorME;

/**
 * Finds the sentences of a paragraph: OpenNLP's English detector where {@link SentenceRules} leave
 * a full stop open. Safe for use by many threads.
 */
final class SentenceSplitter {
  private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
  private static final Pattern STOP = Pattern.compile("([.!?…]++)[.!?…”’“»\"')\\]}]*+( *+)");

  /** No word is this long; the detector needs quadratic time on one. */
  private static final Pattern NO_WORD = Pattern.compile("[^ ]{500}");

  private static final Pattern ITEM =
      Pattern.compile("(?m)^[ \\t]*(?:[-*+•‣◦▪–]|\\(?(?:\\d{1,3}|[a-z])[.)])[ \\t]+\\S");

  private final SentenceDetector detector = new ThreadSafeSentenceDetectorME(model());

  /**
   * The sentences of a paragraph, in reading order.
   *
   * @param text not blank, no white space around it
   * @return at least one; every character outside of them is white space
   */
  List<Span> split(String text) {
    BitSet found = items(text);
    String blanked = blanked(text);
    BitSet detected = detected(blanked);
    var rules = new SentenceRules(blanked);
    Matcher stops = STOP.matcher(blanked);
    while (stops.find()) {
      int end = stops.start(2);
      int next = stops.end(2);
      if (end < next && next < text.length()) {
        boolean ends =
            switch (rules.at(lastMark(blanked, end), end, next)) {
              case ENDS -> true;
              case GOES_ON -> false;
              case OPEN -> detected.get(stops.start(1) + 1, next + 1).cardinality() > 0;
            };
        found.set(end, ends);
      }
    }
    return spans(text, found);
  }

  /** The full stop, question or exclamation mark nearest before a position. */
  private static int lastMark(String text, int end) {
    int mark = end - 1;
    while (".!?…".indexOf(text.charAt(mark)) < 0) {
      mark--;
    }
    return mark;
  }

  /** The ends of the items of a list, each of which is a sentence at least. */
  private static BitSet items(String text) {
    var ends = new BitSet(text.length());
    Matcher items = ITEM.matcher(text);
    int count = 0;
    while (items.find()) {
      count++;
      if (items.start() > 0) {
        ends.set(items.start());
      }
    }
    if (count < 2) {
      ends.clear();
    }
    return ends;
  }

  private BitSet detected(String text) {
    var ends = new BitSet(text.length());
    if (NO_WORD.matcher(text).find()) {
      ends.set(0, text.length() + 1);
      return ends;
    }
    for (var sentence : detector.sentPosDetect(text)) {
      ends.set(sentence.getEnd());
    }
    return ends;
  }

  private static List<Span> spans(String text, BitSet ends) {
    var spans = new ArrayList<Span>();
    int start = 0;
    ends.set(text.length());
    for (int end = ends.nextSetBit(1); end >= 0; end = ends.nextSetBit(end + 1)) {
      int last = end;
      while (start < last && Whitespace.is(text.charAt(start))) {
        start++;
      }
      while (last > start && Whitespace.is(text.charAt(last - 1))) {
        last--;
      }
      if (last > start) {
        spans.add(new Span(start, last));
      }
      start = end;
    }
    return spans;
  }

  private static String blanked(String text) {
    var blanked = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (Whitespace.is(text.charAt(i))) {
        blanked.setCharAt(i, ' ');
      }
    }
    return blanked.toString();
  }

  private static SentenceModel model() {
    try (InputStream in = SentenceSplitter.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException(
            "the sentence model " + MODEL + " is not on the class path");
      }
      return new SentenceModel(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sentence model " + MODEL, e);
    }
  }
}
