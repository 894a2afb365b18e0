/** What was received, what was answered, what is remembered: on disk, in one SQLite file. */
@NullMarked
package io.verbatim.journal;

import org.jspecify.annotations.NullMarked;
