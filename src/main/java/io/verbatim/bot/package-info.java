/** The conversation, without a messenger: a request in, a reply out. */
@NullMarked
package io.verbatim.bot;

import org.jspecify.annotations.NullMarked;
