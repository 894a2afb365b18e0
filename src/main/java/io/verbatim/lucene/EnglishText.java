package io.verbatim.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Words to terms: Unicode word breaks (UAX #29), lower case, no possessive 's with either
 * apostrophe, no diacritics, Porter stems. Stop words stay: in a single article even they tell
 * sentences apart, and BM25 knows how little they weigh.
 */
final class EnglishText extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new StandardTokenizer();
    TokenStream terms = new EnglishPossessiveFilter(new LowerCaseFilter(source));
    return new TokenStreamComponents(source, new PorterStemFilter(new ASCIIFoldingFilter(terms)));
  }

  /**
   * A term where it stands.
   *
   * @param text the term itself
   * @param start first UTF-16 unit of the word it was made of
   * @param end one past its last
   */
  record Term(String text, int start, int end) {}

  /** The terms of a text, in order, with repetitions. */
  List<Term> terms(String text) {
    var terms = new ArrayList<Term>();
    try (TokenStream stream = tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(new Term(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from a string failed", e);
    }
    return terms;
  }
}
