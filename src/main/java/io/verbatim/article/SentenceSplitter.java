package io.verbatim.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.ThreadSafeSentenceDetectorME;

/** Finds the sentences of a paragraph. Safe for use by many threads. */
final class SentenceSplitter {
  private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

  private final SentenceDetector detector = new ThreadSafeSentenceDetectorME(model());

  /** The sentences of a text that is not blank: in order, only white space between them. */
  List<Span> split(String text) {
    var sentences = new ArrayList<Span>();
    for (var found : detector.sentPosDetect(text)) {
      sentences.add(new Span(found.getStart(), found.getEnd()));
    }
    return sentences.isEmpty() ? List.of(new Span(0, text.length())) : sentences;
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
