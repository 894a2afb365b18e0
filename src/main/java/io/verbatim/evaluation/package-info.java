/**
 * Quality on sets of questions: {@link io.verbatim.evaluation.QuestionSet} is what is asked, {@link
 * io.verbatim.evaluation.Evaluation} asks it, {@link io.verbatim.evaluation.Figures} is what came
 * out.
 */
@NullMarked
package io.verbatim.evaluation;

import org.jspecify.annotations.NullMarked;
