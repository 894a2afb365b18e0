/** The port through which questions find passages: addresses and scores, never words. */
@NullMarked
package io.verbatim.retrieval;

import org.jspecify.annotations.NullMarked;
