/**
 * A Bot API server for tests, which behaves as {@code tdlib/telegram-bot-api} does where it matters
 * to a bot: who gets which update, who is refused and how, what may be sent. It records what it is
 * asked, and fails when it is told to. Start with {@link io.verbatim.botapi.BotApiDouble}.
 */
@NullMarked
package io.verbatim.botapi;

import org.jspecify.annotations.NullMarked;
