package io.verbatim.ranking;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What speaks for a sentence: one number each. Two encoders read every text, {@code MINILM_…}
 * (all-MiniLM-L6-v2) and {@code BGE_…} (bge-small-en-v1.5); a cosine lies between -1 and 1.
 * "Paragraph" evidence is the same for all sentences of a paragraph. The resource with the weights
 * names them as {@link #key} does.
 */
public enum Evidence {
  /** BM25 of the sentence (k1 0.9, b 0.4), stop words kept, IDF over the library's sentences. */
  BM25_SENTENCE,
  /** {@link #BM25_SENTENCE} as a share of the most that it could be, 0 to 1. */
  BM25_SENTENCE_SHARE,
  /** BM25 of the paragraph, IDF over the library's paragraphs. */
  BM25_PARAGRAPH,
  /**
   * Adjacent terms of the question that stand near each other in the sentence, weighed by IDF; 0 or
   * more.
   */
  PHRASE,
  /** Natural logarithm of 1 + the sentence's number of terms. */
  LENGTH,
  /** IDF share of the question's content terms that the sentence has, 0 to 1. */
  COVERAGE,
  /** IDF share of the question's content terms that the paragraph has, 0 to 1. */
  COVERAGE_PARAGRAPH,
  /** Minus the number of names and numbers of the question that the sentence lacks. */
  NAMES,
  /** Minus the number of names and numbers of the question that the paragraph lacks. */
  NAMES_PARAGRAPH,
  /** Natural logarithm of the paragraph's number, where paragraphs are short as in news; else 0. */
  POSITION,
  /**
   * How far down the paragraph stands, from 0, first, to 1, the 21st or later, where paragraphs are
   * short as in news; else 0. Counted in paragraphs, so that the end of a short article is not
   * taken for the end of a long one.
   */
  POSITION_DEPTH,
  /**
   * Cosine of the question and the sentence, whose vector is pooled from the tokens of the whole
   * paragraph ("late").
   */
  MINILM_SENTENCE,
  /** Cosine of the question and the paragraph. */
  MINILM_PARAGRAPH,
  /** Half of the sum of the cosines of the question and the sentences before and after. */
  MINILM_NEIGHBOURS,
  /**
   * Mean over the question's tokens of the best cosine among the sentence's tokens (MaxSim,
   * ColBERT).
   */
  MINILM_MAXSIM,
  /** The same, weighed by the IDF of the question's content tokens. */
  MINILM_MAXSIM_IDF,
  /** The same, the best cosine sought in the whole paragraph. */
  MINILM_MAXSIM_IDF_PARAGRAPH,
  /** The same, each cosine to the third power, so that close matches count for more. */
  MINILM_MAXSIM_CUBED,
  /** Mean best cosine of the question's tokens that are not content: what is asked, and how. */
  MINILM_FUNCTION,
  /** Best cosine of the question's first token, most often its question word. */
  MINILM_FIRST_TOKEN,
  /** Best cosine of the question's content token that the sentence meets worst. */
  MINILM_WORST_TOKEN,
  /** Best cosine of the question's content token that the paragraph meets worst. */
  MINILM_WORST_TOKEN_PARAGRAPH,
  /**
   * Mean over the question's content tokens of a Gaussian (sigma 0.1) of their best cosine in the
   * sentence around 0.90 (K-NRM).
   */
  MINILM_NEAR_90,
  /** The same around 0.75. */
  MINILM_NEAR_75,
  /** The same around 0.60. */
  MINILM_NEAR_60,
  /** The same around 0.45. */
  MINILM_NEAR_45,
  /**
   * Mean over the question's pairs of adjacent tokens of the best mean cosine with a pair of
   * adjacent tokens of the sentence: MaxSim that minds the order.
   */
  MINILM_PAIRS,
  /**
   * By how many standard deviations the sentence is ahead of the mean candidate in that, pair by
   * pair, on the mean: what one sentence meets says more than what all of them meet.
   */
  MINILM_PAIRS_STANDOUT,
  /** As {@link #MINILM_SENTENCE}. */
  BGE_SENTENCE,
  /** As {@link #MINILM_PARAGRAPH}. */
  BGE_PARAGRAPH,
  /** As {@link #MINILM_NEIGHBOURS}. */
  BGE_NEIGHBOURS,
  /** As {@link #MINILM_MAXSIM}. */
  BGE_MAXSIM,
  /** As {@link #MINILM_MAXSIM_IDF}. */
  BGE_MAXSIM_IDF,
  /** As {@link #MINILM_MAXSIM_IDF_PARAGRAPH}. */
  BGE_MAXSIM_IDF_PARAGRAPH,
  /** As {@link #MINILM_MAXSIM_CUBED}. */
  BGE_MAXSIM_CUBED,
  /** As {@link #MINILM_FUNCTION}. */
  BGE_FUNCTION,
  /** As {@link #MINILM_FIRST_TOKEN}. */
  BGE_FIRST_TOKEN,
  /** As {@link #MINILM_WORST_TOKEN}. */
  BGE_WORST_TOKEN,
  /** As {@link #MINILM_WORST_TOKEN_PARAGRAPH}. */
  BGE_WORST_TOKEN_PARAGRAPH,
  /** As {@link #MINILM_NEAR_90}. */
  BGE_NEAR_90,
  /** As {@link #MINILM_NEAR_75}. */
  BGE_NEAR_75,
  /** As {@link #MINILM_NEAR_60}. */
  BGE_NEAR_60,
  /** As {@link #MINILM_NEAR_45}. */
  BGE_NEAR_45,
  /** As {@link #MINILM_PAIRS}. */
  BGE_PAIRS,
  /** As {@link #MINILM_PAIRS_STANDOUT}. */
  BGE_PAIRS_STANDOUT,
  /**
   * How likely the answer starts in the sentence, by a reader that was given the question with the
   * best sentences, as {@link CloseReading#evidence} has it; 0 where none was needed.
   */
  READER_START,
  /** How likely the answer ends there, likewise. */
  READER_END;

  /** The name in the resource with the weights: {@code bm25-sentence}. */
  public String key() {
    return Weights.key(this);
  }

  private static final Map<Evidence, Evidence> OF_BGE =
      Arrays.stream(values())
          .filter(evidence -> evidence.name().startsWith("MINILM_"))
          .collect(
              Collectors.toMap(
                  evidence -> evidence,
                  evidence -> valueOf(evidence.name().replace("MINILM_", "BGE_")),
                  (one, other) -> one,
                  () -> new EnumMap<>(Evidence.class)));

  /** The evidence of the second encoder that answers to one of the first. */
  public Evidence ofBge() {
    return OF_BGE.getOrDefault(this, this);
  }
}
