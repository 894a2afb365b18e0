package io.verbatim.console;

import io.verbatim.bot.Reader;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Request;
import io.verbatim.bot.Responder;
import java.util.Locale;
import java.util.Optional;

/** One reader's talk, of which what was noted is kept. For use by one thread. */
final class Dialogue {
  private final Responder responder;
  private Reader reader;

  Dialogue(Responder responder, Locale locale) {
    this.responder = responder;
    this.reader = Reader.of(locale);
  }

  Reply say(String text) {
    Reply reply = responder.respond(new Request.Message(text, reader, Optional.empty()));
    reader = reader.remembering(reader.memory().after(reply.notes()));
    return reply;
  }
}
