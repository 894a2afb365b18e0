package io.verbatim.console;

import io.verbatim.answer.Exchange;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Request;
import io.verbatim.bot.Responder;
import java.util.Locale;
import java.util.Optional;

/** One reader's talk, of which the last exchange is kept. For use by one thread. */
final class Dialogue {
  private final Responder responder;
  private final Locale locale;
  private Optional<Exchange> last = Optional.empty();

  Dialogue(Responder responder, Locale locale) {
    this.responder = responder;
    this.locale = locale;
  }

  Reply say(String text) {
    Reply reply = responder.respond(new Request.Message(text, locale, last));
    last = reply.exchange().or(() -> last);
    return reply;
  }
}
