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
      return incoming.isEmpty() || reply(incoming.get());
    } catch (RuntimeException | Error e) {
      LOG.error(
          "update {} in chat {} failed: {}",
          update.getUpdateId(),
          UpdateReader.chat(update),
          Failures.describe(e));
    }
    return incoming.isEmpty() || apologise(update, incoming.get());
  }

  private boolean reply(Incoming incoming) {
    Reply reply = responder.respond(request(incoming));
    List<TelegramText> texts = writer.write(reply);
    if (incoming instanceof Incoming.Pressed pressed) {
      sender.answer(pressed, reply.notice().orElse(""));
    }
    return switch (sender.send(incoming, texts, 0, (_, _) -> {})) {
      case DELIVERED -> {
        // Not before: an update that is handed over again must not lean on itself.
        if (incoming instanceof Incoming.Asked asked) {
          memories.keep(asked.places(), reply.notes());
        }
        yield true;
      }
      case CHAT_GONE -> true;
      case STOPPED -> false;
      case REFUSED -> say(incoming);
    };
  }

  private Request request(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Asked asked -> {
        Request.Message message = asked.request();
        yield message.by(message.reader().remembering(memories.recall(asked.places())));
      }
      case Incoming.Pressed pressed -> pressed.request();
    };
  }

  private boolean apologise(Update update, Incoming incoming) {
    try {
      return say(incoming);
    } catch (RuntimeException | Error e) {
      LOG.error("no apology for update {}: {}", update.getUpdateId(), Failures.describe(e));
      return true;
    }
  }

  private boolean say(Incoming incoming) {
    Request request = incoming.request();
    String words = apology.apply(request.locale());
    return switch (incoming) {
      case Incoming.Pressed pressed -> {
        sender.answer(pressed, words);
        yield true;
      }
      case Incoming.Asked asked ->
          sender.send(asked, writer.write(Reply.say(words)), 0, (_, _) -> {})
              != Sender.Delivery.STOPPED;
    };
  }
}
