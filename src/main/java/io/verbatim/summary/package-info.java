/** An article in its own sentences. */
@NullMarked
package io.verbatim.summary;

import org.jspecify.annotations.NullMarked;
