package io.verbatim.reliability;

import io.verbatim.botapi.Call;
import io.verbatim.botapi.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * What was asked and what was answered, and so what was lost, repeated or out of order. A message
 * answers the question that it replies to. Safe for use by many threads.
 */
final class Ledger implements Witness {
  /** A send that was accepted longer than this before a kill was no longer on its way. */
  private static final long IN_FLIGHT = Duration.ofMillis(250).toNanos();

  private static final class Asked {
    final long at;
    long answered;
    int times;

    Asked(long at) {
      this.at = at;
    }
  }

  private static final class Chat {
    final Map<Integer, Asked> questions = new HashMap<>();
    final List<Long> sends = new ArrayList<>();
    int newest;
    int last;
    long lastAt;
    int mayRepeat;
    boolean soon;

    void excuse(int message, boolean soon) {
      mayRepeat = message;
      this.soon = soon;
    }
  }

  private final Map<Long, Chat> chats = new HashMap<>();
  private final List<Long> sends = new ArrayList<>();
  private int asked;
  private int answered;
  private int duplicates;
  private int unexcused;
  private int late;
  private boolean down;
  private int inversions;
  private int others;
  private int polls;

  /** Notes a question. */
  synchronized void ask(long chat, int message) {
    chats
        .computeIfAbsent(chat, c -> new Chat())
        .questions
        .put(message, new Asked(System.nanoTime()));
    asked++;
  }

  /**
   * Notes that the bot was killed: what it sent last in each chat, and perhaps had not recorded,
   * may arrive once more. All before that it had recorded, or it would not have gone on in that
   * chat.
   */
  synchronized void killed() {
    long now = System.nanoTime();
    for (Chat chat : chats.values()) {
      boolean stillExcused = chat.mayRepeat == chat.last && chat.soon; // by the kill before
      chat.excuse(chat.last, stillExcused || now - chat.lastAt < IN_FLIGHT);
    }
    down = true;
  }

  @Override
  public synchronized void asked(Call call, long arrived) {
    if (call.method().equals("getme")) {
      down = false; // it has started anew, and what it sent before has arrived
    } else if (call.method().equals("getupdates")) {
      polls++;
    } else if (call.method().equals("sendmessage") || call.method().equals("editmessagetext")) {
      sends.add(arrived);
      Chat chat = chats.get(call.chat());
      if (chat != null) {
        chat.sends.add(arrived);
      }
    }
  }

  @Override
  public synchronized void done(Call call, long arrived) {
    Chat chat = chats.get(call.chat());
    int message = call.parameters().path("reply_parameters").path("message_id").asInt();
    Asked question = chat == null ? null : chat.questions.get(message);
    if (chat == null || question == null) {
      others++;
      return;
    }
    if (question.times++ > 0) {
      duplicates++;
      if (chat.mayRepeat != message) {
        unexcused++;
      } else if (!chat.soon) {
        late++;
      }
      chat.excuse(0, false);
    } else {
      question.answered = arrived;
      answered++;
      if (message < chat.newest) {
        inversions++;
      }
      chat.newest = Math.max(chat.newest, message);
    }
    chat.last = message;
    chat.lastAt = System.nanoTime();
    if (down && question.times == 1) {
      chat.excuse(message, true); // it was on its way at the kill
    }
    notifyAll();
  }

  /**
   * Waits until so many questions are answered.
   *
   * @param silence for how long nothing may arrive at all
   * @return whether they are; false after such a silence
   */
  synchronized boolean await(int number, Duration silence) throws InterruptedException {
    int before = answered + duplicates;
    long since = System.nanoTime();
    while (answered < number) {
      wait(200);
      if (answered + duplicates != before) {
        before = answered + duplicates;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > silence.toNanos()) {
        return false;
      }
    }
    return true;
  }

  /** Waits until every question is answered. */
  boolean awaitAll(Duration silence) throws InterruptedException {
    return await(questions(), silence);
  }

  synchronized int questions() {
    return asked;
  }

  synchronized int answered() {
    return answered;
  }

  synchronized int lost() {
    return asked - answered;
  }

  synchronized int duplicates() {
    return duplicates;
  }

  /** Repeated though they were not the last of their chat at a kill, or repeated twice for one. */
  synchronized int unexcused() {
    return unexcused;
  }

  /** Repeated though Telegram had accepted them long before the kill. */
  synchronized int late() {
    return late;
  }

  /** Answers that came before an answer to an earlier question of their chat. */
  synchronized int inversions() {
    return inversions;
  }

  /** Whether every question is answered once, in the order of its chat. */
  boolean isClean() {
    return lost() == 0 && duplicates() == 0 && inversions() == 0;
  }

  /** Messages that answer no question. */
  synchronized int others() {
    return others;
  }

  synchronized int polls() {
    return polls;
  }

  /** From question to answer in ms, of the chats that are looked at. */
  synchronized double[] latencies(LongPredicate which, long from) {
    return chats.entrySet().stream()
        .filter(chat -> which.test(chat.getKey()))
        .flatMap(chat -> chat.getValue().questions.values().stream())
        .filter(question -> question.times > 0 && question.at >= from)
        .mapToDouble(question -> (question.answered - question.at) / 1e6)
        .sorted()
        .toArray();
  }

  /** When the answers arrived, in order. */
  synchronized long[] arrivals() {
    return chats.values().stream()
        .flatMap(chat -> chat.questions.values().stream())
        .filter(question -> question.times > 0)
        .mapToLong(question -> question.answered)
        .sorted()
        .toArray();
  }

  /** How often more than so many messages arrived in a window of that length, wherever it lies. */
  synchronized int windowsBroken(int most, Duration length) {
    return broken(sends, most, length);
  }

  /** The same for single chats. */
  synchronized int windowsBroken(LongPredicate which, int most, Duration length) {
    return chats.entrySet().stream()
        .filter(chat -> which.test(chat.getKey()))
        .mapToInt(chat -> broken(chat.getValue().sends, most, length))
        .sum();
  }

  private static int broken(List<Long> unordered, int most, Duration length) {
    long[] times = unordered.stream().mapToLong(Long::longValue).sorted().toArray();
    int broken = 0;
    for (int i = most; i < times.length; i++) {
      if (times[i] - times[i - most] < length.toNanos()) {
        broken++;
      }
    }
    return broken;
  }

  /** The value below which that part of the sorted values lies; 0 if there are none. */
  static double percentile(double[] sorted, double part) {
    if (sorted.length == 0) {
      return 0;
    }
    int at = (int) Math.ceil(part * sorted.length) - 1;
    return Math.round(sorted[Math.max(0, at)] * 100) / 100.0;
  }

  @Override
  public synchronized String toString() {
    long[] counts = {asked, answered, duplicates, unexcused, inversions, others};
    return "asked, answered, duplicates, unexcused, inversions, others " + Arrays.toString(counts);
  }
}
