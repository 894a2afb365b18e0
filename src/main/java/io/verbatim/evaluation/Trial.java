package io.verbatim.evaluation;

import io.verbatim.article.Library;
import io.verbatim.evaluation.Verdict.Kind;
import io.verbatim.ranking.Candidates;

/**
 * A question put to an article, with all that may answer it there.
 *
 * @param sample the set that it belongs to
 * @param article place of the article in its sample, from 0
 * @param fold of the article
 * @param kind what is to be expected
 * @param item the question
 * @param library the article alone
 * @param candidates what speaks for its sentences
 */
record Trial(
    Sample sample,
    int article,
    int fold,
    Kind kind,
    Item item,
    Library library,
    Candidates candidates) {}
