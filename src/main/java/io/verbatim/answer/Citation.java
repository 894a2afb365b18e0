package io.verbatim.answer;

import io.verbatim.article.Quote;

/**
 * A quote with what speaks for it.
 *
 * @param quote the article's words
 * @param score of the passage it was cut from; higher is better, comparable within one answer only
 */
public record Citation(Quote quote, double score) {}
