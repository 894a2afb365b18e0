package io.verbatim.ranking;

/** From what speaks for the best sentence to the probability that it answers. Immutable. */
public final class Calibration {
  private final Reading reading;

  private Calibration(Reading reading) {
    this.reading = reading;
  }

  /** The shipped calibration for evidence of that kind. */
  public static Calibration shipped(Reading reading) {
    return new Calibration(reading);
  }

  /** The probability, 0 to 1, that the best sentence answers. */
  public double confidence(QuestionType type, SentenceEvidence top) {
    return reading == Reading.WORDS
        ? top.get(Evidence.COVERAGE_PARAGRAPH)
        : 1 / (1 + Math.exp(-20 * (top.get(Evidence.BGE_MAXSIM_IDF_PARAGRAPH) - 0.75)));
  }
}
