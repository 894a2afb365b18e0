package io.verbatim.ranking;

/** Kinds of words in a sentence that may be what a question asks for. */
public enum Clue {
  /** A capitalised word, not the first of its sentence. */
  NAME,
  /** Two capitalised words side by side. */
  FULL_NAME,
  /** A year. */
  YEAR,
  /** A month, a weekday or a century. */
  MONTH,
  /** A number in digits. */
  NUMBER,
  /** A number in words. */
  NUMBER_WORD,
  /** A sum of money. */
  MONEY,
  /** A percentage. */
  PERCENT,
  /** A unit of measure. */
  UNIT,
  /** A word that gives a reason. */
  BECAUSE,
  /** A capitalised word after a preposition of place. */
  PLACE,
  /** A quotation mark. */
  QUOTATION,
  /** A phrase of purpose or means. */
  PURPOSE,
  /** A word that names: called, known as. */
  CALLED,
  /** By and a capitalised word. */
  BY
}
