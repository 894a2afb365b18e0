package io.verbatim.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.MeterRegistry;
import io.verbatim.bot.Reader;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Request;
import io.verbatim.bot.Responder;
import io.verbatim.bot.Wording;
import io.verbatim.journal.Change;
import io.verbatim.journal.Entry;
import io.verbatim.journal.Inbox;
import io.verbatim.journal.JournalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Takes one update from reading to reply. The one place where a failure is caught: the reader gets
 * an apology, the log a line with the kind of failure, never with words of a reader.
 */
final class UpdateHandler implements Lanes.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(UpdateHandler.class);

  private final UpdateReader reader;
  private final Responder responder;
  private final MessageWriter writer;
  private final Typing typing;
  private final Sender sender;
  private final TelegramBot.Words words;
  private final Inbox inbox;
  private final DiskPatience disk;
  private final Notebook notebook;
  private final Replies replies;
  private final Delay delay;
  private final Admission admission;
  private final MeterRegistry meters;

  /**
   * As many answers are made at once as there are processors to make them. Otherwise what Telegram
   * has taken would wait for its mark behind the making of all the others, and a kill would repeat
   * it. Two on a single processor: one that takes long keeps nobody waiting.
   */
  private final Semaphore processors =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

  /**
   * What was decided about updates that wait for their chat, by number of the entry: what is
   * handled again has been paid for.
   */
  private final Map<Long, Admission.Verdict> verdicts = new ConcurrentHashMap<>();

  /**
   * Replies of several parts whose chat is to wait, by number of the entry: made anew, they might
   * be cut at other places, and a part be left out.
   */
  private final Map<Long, Made> begun = new ConcurrentHashMap<>();

  UpdateHandler(
      UpdateReader reader,
      Responder responder,
      MessageWriter writer,
      Typing typing,
      Sender sender,
      TelegramBot.Words words,
      Inbox inbox,
      DiskPatience disk,
      Notebook notebook,
      Replies replies,
      Delay delay,
      Admission admission,
      MeterRegistry meters) {
    this.reader = reader;
    this.responder = responder;
    this.writer = writer;
    this.typing = typing;
    this.sender = sender;
    this.words = words;
    this.inbox = inbox;
    this.disk = disk;
    this.notebook = notebook;
    this.replies = replies;
    this.delay = delay;
    this.admission = admission;
    this.meters = meters;
  }

  @Override
  public Optional<List<Change>> handle(Entry entry) {
    Optional<List<Change>> changes = handleOnce(entry);
    if (changes.isPresent()) {
      verdicts.remove(entry.number());
      begun.remove(entry.number());
    }
    return changes;
  }

  private Optional<List<Change>> handleOnce(Entry entry) {
    Optional<Incoming> incoming = Optional.empty();
    Change failure;
    try {
      Update update = GetBatch.update(entry.json());
      if (!verdicts.containsKey(entry.number()) && delay.isTooLong(entry, update)) {
        LOG.warn("given up: nobody waits for it any more");
        return Optional.of(List.of(givenUp(entry, "too late")));
      }
      incoming = Delay.isOfAnOldMessage(entry, update) ? Optional.empty() : reader.read(update);
      return incoming.isEmpty() ? Optional.of(List.of()) : handle(entry, update, incoming.get());
    } catch (JournalException e) {
      throw e;
    } catch (JsonProcessingException | RuntimeException | Error e) {
      String kind = Failures.describe(e);
      LOG.error("an update failed: {}", kind);
      failure = givenUp(entry, kind);
      count("failed");
    }
    boolean done = !(incoming.orElse(null) instanceof Incoming.Wanted wanted) || apologise(wanted);
    return done ? Optional.of(List.of(failure)) : Optional.empty();
  }

  private Optional<List<Change>> handle(Entry entry, Update update, Incoming incoming) {
    return switch (incoming) {
      // Begun before a restart, it is finished.
      case Incoming.Wanted wanted when entry.parts() == 0 && replies.isAnswered(wanted) ->
          Optional.of(List.of());
      case Incoming.Wanted wanted -> admit(entry, update, wanted);
      case Incoming.Idle(String query, String notice, var place, var app) -> {
        var wording = Wording.of(notebook.language(place).orElse(app));
        sender.answer(query, wording.say(notice));
        yield Optional.of(List.of());
      }
      case Incoming.Gone(long chat) -> Optional.of(List.of(notebook.left(chat)));
      case Incoming.Moved(long chat, long to) -> {
        admission.follow(chat, to);
        yield Optional.of(List.of(new Change.ChatMoved(chat, to)));
      }
    };
  }

  private Optional<List<Change>> admit(Entry entry, Update update, Incoming.Wanted wanted) {
    boolean begun = entry.parts() > 0; // and so admitted, before a restart
    Admission.Verdict verdict =
        verdicts.computeIfAbsent(
            entry.number(),
            _ ->
                begun
                    ? Admission.Verdict.ADMITTED
                    : admission.admit(wanted.by(), wanted.chat(), Delay.sent(entry, update)));
    return switch (verdict) {
      case ADMITTED -> reply(entry, wanted, delay.isLong(entry, update));
      case TOO_MUCH -> turnAway(wanted, "too-much");
      case NOT_ALLOWED -> turnAway(wanted, "not-allowed");
      case IGNORED -> {
        count("ignored");
        yield Optional.of(List.of());
      }
    };
  }

  /** Tells a reader that a request is not answered; in a group only whoever pressed a button. */
  private Optional<List<Change>> turnAway(Incoming.Wanted wanted, String why) {
    count(why);
    boolean toReaderAlone =
        wanted instanceof Incoming.Pressed
            || wanted.request().reader().company() == Reader.Company.ALONE;
    String told = Wording.of(remembering(wanted).locale()).say("refused." + why);
    return !toReaderAlone || say(wanted, told) ? Optional.of(List.of()) : Optional.empty();
  }

  private void count(String outcome) {
    meters.counter("verbatim.requests", "outcome", outcome).increment();
  }

  private Optional<List<Change>> reply(Entry entry, Incoming.Wanted wanted, boolean late) {
    Made made = Optional.ofNullable(begun.get(entry.number())).orElseGet(() -> make(wanted, late));
    List<TelegramText> texts = made.texts;
    if (wanted instanceof Incoming.Pressed pressed) {
      sender.answer(pressed.query(), made.reply.notice().orElse(""));
    }
    var changes = new ArrayList<Change>();
    List<Integer> standing = replies.standing(wanted);
    Sender.Delivery delivery =
        sender.send(
            wanted,
            standing,
            texts,
            Math.min(entry.parts(), texts.size()),
            (parts, receipt) -> {
              arrived(wanted, parts - 1, receipt, standing).ifPresent(changes::add);
              if (parts < texts.size()) {
                disk.write(() -> inbox.sent(entry, parts, List.copyOf(changes)));
                changes.clear();
              }
            });
    return switch (delivery) {
      case DELIVERED -> {
        // Not before: an update that is handled again must not lean on itself.
        changes.addAll(notebook.changes(entry, wanted, made.reply.notes()));
        if (wanted instanceof Incoming.Asked asked && standing.size() > texts.size()) {
          changes.add(new Change.ReplyShortened(asked.chat(), asked.message(), texts.size()));
        }
        count("answered");
        meters.timer("verbatim.answer").record(delay.since(entry.received()));
        yield Optional.of(changes);
      }
      case CHAT_GONE -> {
        count("chat-gone");
        yield Optional.of(changes);
      }
      case LATER -> {
        if (texts.size() > 1) {
          begun.put(entry.number(), made);
        }
        yield Optional.empty();
      }
      case REFUSED -> {
        count("refused");
        boolean told = say(wanted, apology(wanted));
        yield told ? Optional.of(List.of(givenUp(entry, "refused"))) : Optional.empty();
      }
    };
  }

  private record Made(Reply reply, List<TelegramText> texts) {}

  private Made make(Incoming.Wanted wanted, boolean late) {
    try (var _ = typing.begin(wanted)) {
      processors.acquireUninterruptibly();
      try {
        Request request = remembering(wanted);
        Reply reply = responder.respond(request);
        return new Made(reply, writer.write(late ? excused(reply, request) : reply));
      } finally {
        processors.release();
      }
    }
  }

  /** The request of a reader of whom is known what is remembered, such as the language. */
  private Request remembering(Incoming.Wanted wanted) {
    Request request = wanted.request();
    return request.by(request.reader().remembering(notebook.recall(wanted)));
  }

  /** What to keep of a part that has arrived; one that stood there already has no receipt. */
  private Optional<Change> arrived(
      Incoming.Wanted wanted, int index, Receipt receipt, List<Integer> standing) {
    if (receipt.message() != 0) {
      return replies.arrived(wanted, index, receipt.message());
    }
    return index < standing.size()
        ? replies.arrived(wanted, index, standing.get(index))
        : Optional.empty();
  }

  private Reply excused(Reply reply, Request request) {
    return reply.below(new Reply.Say(words.late().apply(request.locale())));
  }

  private boolean apologise(Incoming.Wanted wanted) {
    try {
      return say(wanted, apology(wanted));
    } catch (RuntimeException | Error e) {
      LOG.error("no apology: {}", Failures.describe(e));
      return true;
    }
  }

  private String apology(Incoming.Wanted wanted) {
    return words.apology().apply(remembering(wanted).locale());
  }

  /** Says something that is no reply; false if it is to be said another time. */
  private boolean say(Incoming.Wanted wanted, String text) {
    if (wanted instanceof Incoming.Pressed pressed) {
      sender.answer(pressed.query(), text);
      return true;
    }
    return sender.send(wanted, List.of(), writer.write(Reply.say(text)), 0, (_, _) -> {})
        != Sender.Delivery.LATER;
  }

  private static Change givenUp(Entry entry, String kind) {
    return new Change.GivenUp(entry.update(), entry.chat(), kind);
  }
}
