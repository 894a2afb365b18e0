/**
 * What speaks for a sentence, and how much: {@link io.verbatim.ranking.Evidence} names it, {@link
 * io.verbatim.ranking.Model} weighs it. Pure functions and the resources with the weights.
 */
@NullMarked
package io.verbatim.ranking;

import org.jspecify.annotations.NullMarked;
