/** The verdict on a question: quoted, related or not covered. */
@NullMarked
package io.verbatim.answer;

import org.jspecify.annotations.NullMarked;
