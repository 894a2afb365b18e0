/**
 * An article in its own sentences. {@link io.verbatim.summary.Summarizer} quotes them, {@link
 * io.verbatim.summary.Extraction} chooses them; what speaks for a sentence is weighed by {@link
 * io.verbatim.summary.Weights}, how alike two sentences are is said by {@link
 * io.verbatim.summary.Similarity}.
 */
@NullMarked
package io.verbatim.summary;

import org.jspecify.annotations.NullMarked;
