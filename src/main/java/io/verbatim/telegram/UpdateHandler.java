package io.verbatim.telegram;

import io.verbatim.bot.Memories;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Request;
import io.verbatim.bot.Responder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Takes one update from reading to reply. The one place where a failure is caught: the reader gets
 * an apology, the log a line with the ids and the kind of failure, never with words of a reader.
 */
final class UpdateHandler implements Lanes.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(UpdateHandler.class);

  /** Places that are remembered; about 1 KB each at most. */
  private static final int MOST_MEMORIES = 10_000;

  private final Memories<Incoming.Place> memories = new Memories<>(MOST_MEMORIES);
  private final UpdateReader reader;
  private final Responder responder;
  private final MessageWriter writer;
  private final Sender sender;
  private final Function<Locale, String> apology;

  UpdateHandler(
      UpdateReader reader,
      Responder responder,
      MessageWriter writer,
      Sender sender,
      Function<Locale, String> apology) {
    this.reader = reader;
    this.responder = responder;
    this.writer = writer;
    this.sender = sender;
    this.apology = apology;
  }

  @Override
  public boolean handle(Update update) {
    Optional<Incoming> incoming = Optional.empty();
    try {
      incoming = reader.read(update);
      return incoming.isEmpty() || handle(incoming.get());
    } catch (RuntimeException | Error e) {
      LOG.error(
          "update {} in chat {} failed: {}",
          update.getUpdateId(),
          UpdateReader.chat(update),
          Failures.describe(e));
    }
    return !(incoming.orElse(null) instanceof Incoming.Wanted wanted) || apologise(update, wanted);
  }

  private boolean handle(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Wanted wanted -> reply(wanted);
      case Incoming.Idle(long chat, String query, String notice) -> {
        sender.answer(chat, query, notice);
        yield true;
      }
      case Incoming.Gone(long chat) -> {
        memories.forget(place -> place.chat() == chat);
        yield true;
      }
      case Incoming.Moved(long chat, long to) -> {
        memories.move(place -> place.chat() == chat ? place.moved(to) : place);
        yield true;
      }
    };
  }

  private boolean reply(Incoming.Wanted wanted) {
    Request request = wanted.request();
    var reader = request.reader().remembering(memories.recall(wanted.places()));
    Reply reply = responder.respond(request.by(reader));
    List<TelegramText> texts = writer.write(reply);
    if (wanted instanceof Incoming.Pressed pressed) {
      sender.answer(pressed.chat(), pressed.query(), reply.notice().orElse(""));
    }
    return switch (sender.send(wanted, texts, 0, (_, _) -> {})) {
      case DELIVERED -> {
        // Not before: an update that is handed over again must not lean on itself.
        memories.keep(wanted.places(), reply.notes());
        yield true;
      }
      case CHAT_GONE -> true;
      case STOPPED -> false;
      case REFUSED -> say(wanted);
    };
  }

  private boolean apologise(Update update, Incoming.Wanted wanted) {
    try {
      return say(wanted);
    } catch (RuntimeException | Error e) {
      LOG.error("no apology for update {}: {}", update.getUpdateId(), Failures.describe(e));
      return true;
    }
  }

  private boolean say(Incoming.Wanted wanted) {
    String words = apology.apply(wanted.request().locale());
    if (wanted instanceof Incoming.Pressed pressed) {
      sender.answer(pressed.chat(), pressed.query(), words);
      return true;
    }
    return sender.send(wanted, writer.write(Reply.say(words)), 0, (_, _) -> {})
        != Sender.Delivery.STOPPED;
  }
}
