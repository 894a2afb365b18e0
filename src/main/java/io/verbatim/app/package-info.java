/** The wiring: settings, and every part put together by hand, in reading order. */
@NullMarked
package io.verbatim.app;

import org.jspecify.annotations.NullMarked;
