/** Whether words stand in an article: word for word, nearly, or not. */
@NullMarked
package io.verbatim.verification;

import org.jspecify.annotations.NullMarked;
