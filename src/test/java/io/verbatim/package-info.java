/** What holds for the project as a whole: its format, its rooms, its documents. */
@NullMarked
package io.verbatim;

import org.jspecify.annotations.NullMarked;
