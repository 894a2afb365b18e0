/** The terminal rim: the chat and the one-shot commands. */
@NullMarked
package io.verbatim.console;

import org.jspecify.annotations.NullMarked;
