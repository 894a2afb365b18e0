package io.verbatim.telegram;

import io.micrometer.core.instrument.MeterRegistry;
import io.verbatim.telegram.Outcome.Trouble;
import io.verbatim.telegram.Requests.Letter;
import io.verbatim.telegram.Requests.To;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;

/**
 * Brings replies to their chats, within Telegram's limits and through outages, for as long as it
 * takes; where Telegram tells a chat to wait, that is noted among the {@link Halts}, and the rest
 * is to be sent then. Telegram has no key by which it would know a repeated request. When no answer
 * to a new message comes, the message is sent again, so that a reader may see it twice but never
 * misses it: at most one duplicate for each lost answer. These are counted. Safe for use by many
 * threads; who sends to a chat waits for that chat alone.
 */
final class Sender {
  /** How a reply fared. */
  enum Delivery {
    /** The reader has it. */
    DELIVERED,
    /** The reader blocked the bot or the chat is gone or closed: nothing is left to do. */
    CHAT_GONE,
    /** Telegram does not take it as it is; it was logged. */
    REFUSED,
    /**
     * The rest is to be sent another time: Telegram told the chat to wait, or the bot is to stop.
     * What {@link Progress} was told of has arrived.
     */
    LATER
  }

  /** Is told of each part of a reply that arrived. */
  @FunctionalInterface
  interface Progress {
    /**
     * A part has arrived. The next one is sent after this returns.
     *
     * @param parts how many have arrived now, those of earlier runs included
     * @param receipt of this one
     */
    void arrived(int parts, Receipt receipt);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final int DETOURS = 5;
  private static final int LONGEST_NOTICE = 200;

  /** The longest wait where there is no connection: trying costs Telegram nothing. */
  private static final Duration RECONNECT = Duration.ofSeconds(4);

  private final BotApi api;
  private final Requests requests;
  private final Throttle throttle;
  private final Halts halts;
  private final IntConsumer tokenRefused;
  private final Pause pause;
  private final RandomGenerator random;
  private final MeterRegistry meters;

  /**
   * @param halts is told of chats that are to wait
   * @param tokenRefused is told the code when Telegram does not accept the token
   */
  Sender(
      BotApi api,
      Requests requests,
      Throttle throttle,
      Halts halts,
      IntConsumer tokenRefused,
      Pause pause,
      RandomGenerator random,
      MeterRegistry meters) {
    this.api = api;
    this.requests = requests;
    this.throttle = throttle;
    this.halts = halts;
    this.tokenRefused = tokenRefused;
    this.pause = pause;
    this.random = random;
    this.meters = meters;
  }

  /**
   * Sends a reply to where it belongs: a question gets messages that refer to it, a press has its
   * message changed and further ones refer to that, all else gets messages that refer to nothing.
   *
   * @param standing ids of the messages that an earlier reply to the same question has left: they
   *     are changed in place of sending others, and those that are too many are deleted
   * @param texts the parts of the reply, in order
   * @param from how many of them have arrived in an earlier run
   * @param progress is told of each that arrives now
   */
  Delivery send(
      Incoming.Wanted incoming,
      List<Integer> standing,
      List<TelegramText> texts,
      int from,
      Progress progress) {
    for (int part = from; part < texts.size(); part++) {
      int arrived = part + 1;
      Delivery delivery =
          send(
              incoming,
              part < standing.size() ? OptionalInt.of(standing.get(part)) : OptionalInt.empty(),
              part == 0,
              texts.get(part),
              receipt -> progress.arrived(arrived, receipt));
      if (delivery != Delivery.DELIVERED) {
        return delivery;
      }
    }
    return delete(
        incoming, standing.subList(Math.min(texts.size(), standing.size()), standing.size()));
  }

  private Delivery send(
      Incoming.Wanted incoming,
      OptionalInt standing,
      boolean first,
      TelegramText text,
      Arrival arrival) {
    To here = To.of(incoming);
    Letter message = requests.message(text, incoming.owner());
    return switch (incoming) {
      case Incoming.Asked asked -> {
        Delivery changed =
            standing.isEmpty()
                ? Delivery.CHAT_GONE
                : deliver(here, change(here, standing.getAsInt(), text, asked.owner()), arrival);
        // Whoever deleted the answer and then edits the question wants another.
        yield changed == Delivery.CHAT_GONE
            ? deliver(here.question(asked.message()), message, arrival)
            : changed;
      }
      case Incoming.Pressed pressed when first ->
          deliver(here, change(here, pressed.message(), text, pressed.owner()), arrival);
      // It also stays in the thread of its page that way.
      case Incoming.Pressed pressed -> deliver(here.question(pressed.message()), message, arrival);
      case Incoming.Added _ -> deliver(here, message, arrival);
    };
  }

  /**
   * Another text in a message of the bot; a new message where the chat has moved, since there the
   * same id is that of another message.
   */
  private Letter change(To here, int message, TelegramText text, Seal.Owner owner) {
    Letter change = requests.edit(message, text, owner);
    Letter anew = requests.message(text, owner);
    return to -> (to.chat() == here.chat() ? change : anew).to(to);
  }

  /** Deletes what is left of a longer reply. What cannot be deleted stays: it was true. */
  private Delivery delete(Incoming.Wanted incoming, List<Integer> surplus) {
    for (int message : surplus) {
      deliver(To.of(incoming), Requests.delete(message), _ -> {});
    }
    return Delivery.DELIVERED;
  }

  /**
   * Ends the waiting of a press. It is tried once: Telegram takes the answer for some 15 s only.
   *
   * @param query id of the press
   * @param notice shown for a moment, cut to 200 units; empty for none
   */
  void answer(String query, String notice) {
    var answer = new AnswerCallbackQuery(query);
    if (!notice.isEmpty()) {
      answer.setText(
          notice.substring(
              0, TextCutter.cut(notice, 0, notice.length(), LONGEST_NOTICE, List.of())));
    }
    Outcome<Receipt> outcome = api.call(new Acknowledged(answer));
    if (!(outcome instanceof Outcome.Accepted)) {
      LOG.debug("a press was not answered: {}", outcome);
    }
  }

  @FunctionalInterface
  private interface Arrival {
    void arrived(Receipt receipt);
  }

  private Delivery deliver(To first, Letter letter, Arrival arrival) {
    var backoff = new Backoff(random);
    To to = first;
    int detours = 0;
    boolean told = false;
    while (true) {
      BotApiMethod<?> request = letter.to(to);
      Optional<Outcome<Receipt>> outcome = attempt(to.chat(), request);
      if (outcome.isEmpty()) {
        return Delivery.LATER;
      }
      Duration wait;
      switch (outcome.get()) {
        case Outcome.Accepted<Receipt>(Receipt receipt) -> {
          arrival.arrived(receipt);
          return Delivery.DELIVERED;
        }
        case Outcome.Refused<Receipt> refused when Refusal.isDone(refused) -> {
          arrival.arrived(new Receipt(0));
          return Delivery.DELIVERED;
        }
        case Outcome.Refused<Receipt> refused -> {
          Optional<To> detour = Refusal.detour(to, refused);
          if (request instanceof DeleteMessage && detour.isPresent()) {
            return Delivery.CHAT_GONE; // the same id is that of another message elsewhere
          }
          if (detour.isEmpty() || ++detours > DETOURS) {
            return refused(refused);
          }
          LOG.info("the chat takes it another way: {}", refused.description());
          to = detour.get();
          wait = Duration.ZERO;
        }
        case Outcome.TooMany<Receipt>(Duration retryAfter) -> {
          LOG.debug("Telegram asks to wait for {} s", retryAfter.toSeconds());
          meters.counter("verbatim.send.retries").increment();
          halts.told(first.chat(), retryAfter);
          return Delivery.LATER;
        }
        case Outcome.Unreachable<Receipt>(String reason, Trouble trouble) -> {
          told = waits(reason, told);
          if (trouble != Trouble.NO_CONNECTION && request instanceof SendMessage) {
            meters.counter("verbatim.duplicates.possible").increment();
          }
          wait = trouble == Trouble.SERVER_FAILED ? backoff.next() : backoff.next(RECONNECT);
        }
        case Outcome.Unauthorized<Receipt>(int code) -> {
          tokenRefused.accept(code);
          return Delivery.LATER;
        }
        case Outcome.Conflict<Receipt>(String words) -> {
          told = waits(words, told);
          wait = backoff.next();
        }
      }
      if (!pause.pause(wait)) {
        return Delivery.LATER;
      }
      meters.counter("verbatim.send.retries").increment();
    }
  }

  /** Makes a request when the limits allow; empty if the bot is to stop before. */
  private Optional<Outcome<Receipt>> attempt(long chat, BotApiMethod<?> request) {
    Optional<Throttle.Slot> leave = throttle.enter(chat);
    if (leave.isEmpty()) {
      return Optional.empty();
    }
    try (var _ = leave.get()) {
      Outcome<Receipt> outcome = api.call(new Acknowledged(request));
      meters.counter("verbatim.sends", "result", outcome.name()).increment();
      return Optional.of(outcome);
    }
  }

  private static Delivery refused(Outcome.Refused<?> refusal) {
    if (Refusal.isFinal(refusal)) {
      LOG.info("the chat takes no reply: {}", refusal.description());
      return Delivery.CHAT_GONE;
    }
    LOG.error("a reply is refused: {} {}", refusal.code(), refusal.description());
    return Delivery.REFUSED;
  }

  /** Tells of the first failure of a reply. */
  private static boolean waits(String reason, boolean told) {
    if (told) {
      LOG.debug("a reply still waits: {}", reason);
    } else {
      LOG.warn("a reply waits, will go on trying: {}", reason);
    }
    return true;
  }
}
