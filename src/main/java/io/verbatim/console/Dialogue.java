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
  private Keys keys = Keys.NONE;

  Dialogue(Responder responder, Locale locale) {
    this.responder = responder;
    this.reader = Reader.of(locale);
  }

  /** The reply to a text, which may be a key to a button of the reply before. */
  Reply say(String text) {
    Optional<Request> press = keys.press(text).map(data -> new Request.Press(data, reader));
    Reply reply =
        responder.respond(
            press.orElseGet(() -> new Request.Message(text, reader, Optional.empty())));
    reader = reader.remembering(reader.memory().after(reply.notes()));
    if (!reply.blocks().isEmpty()) {
      keys = Keys.of(reply);
    }
    return reply;
  }

  /** What can be pressed now. */
  Keys keys() {
    return keys;
  }

  /** The language that the reader reads. */
  Locale locale() {
    return reader.locale();
  }
}
