/** The index: building it, searching it. The only room that knows Lucene. */
@NullMarked
package io.verbatim.lucene;

import org.jspecify.annotations.NullMarked;
