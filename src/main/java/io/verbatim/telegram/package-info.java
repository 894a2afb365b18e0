/** The Telegram rim: polling, reading updates, encoding replies, sending within limits. */
@NullMarked
package io.verbatim.telegram;

import org.jspecify.annotations.NullMarked;
