package io.verbatim.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps messages and edits within Telegram's limits (core.telegram.org/bots/faq): 30 a second in
 * all; in one chat 3 in 3 seconds, which is one a second with a small burst; in a group 20 a minute
 * besides. A place in each of these windows is taken before the request leaves and becomes free one
 * length of the window after its answer has come, less what a request and its answer travel at
 * least ({@link RoundTrips}). So no window of that length sees more at Telegram's end, wherever it
 * begins and however long a single request travels; the price is what a round trip takes above the
 * least. Answers to presses and to inline queries are no messages and pass by. Who waits is served
 * in the order of coming, but one chat's limit delays no other chat. Safe for use by many threads.
 */
final class Throttle {
  /**
   * Messages on their way to Telegram at once, whatever the limits. A kill repeats those whose
   * arrival was not recorded, so they are to be few; 16 that take half a second each are 32 a
   * second still, more than Telegram allows.
   */
  static final int UNDER_WAY = 16;

  private final boolean limited;
  private final Timer timer;
  private final Stop stop;
  private final Window all = new Window(30, Duration.ofSeconds(1));
  private final Map<Long, List<Window>> chats = new HashMap<>();
  private final Set<Waiting> queue = new LinkedHashSet<>();
  private final RoundTrips roundTrips = new RoundTrips();
  private int underWay;

  /**
   * @param limited whether to keep to Telegram's limits; false for a server that has none
   * @param timer tells when a window has passed
   * @param stop ends all waiting
   */
  Throttle(boolean limited, Timer timer, Stop stop) {
    this.limited = limited;
    this.timer = timer;
    this.stop = stop;
  }

  /** Waits for leave to write to a chat; empty if the bot is to stop before it is given. */
  Optional<Slot> enter(long chat) {
    return stop.orStop(slot(chat));
  }

  /** Leave to write to a chat, as soon as the limits allow. */
  CompletableFuture<Slot> slot(long chat) {
    var slot = new CompletableFuture<Slot>();
    synchronized (this) {
      queue.add(new Waiting(chat, slot));
    }
    serve();
    return slot;
  }

  /** Leave for one request. To be closed when its answer has come, or when none will. */
  final class Slot implements AutoCloseable {
    private final long chat;
    private final List<Window> windows;
    private final long begun = timer.now();

    private Slot(long chat, List<Window> windows) {
      this.chat = chat;
      this.windows = windows;
    }

    @Override
    public void close() {
      long ended = timer.now();
      synchronized (Throttle.this) {
        underWay--;
        roundTrips.took(ended - begun);
      }
      serve();
      if (limited) {
        free(all, ended);
        windows.forEach(window -> free(window, ended));
      }
    }

    /** Gives a place in a window back when it is time, which is later if trips become shorter. */
    private void free(Window window, long ended) {
      long wait;
      synchronized (Throttle.this) {
        wait = ended + window.length.toNanos() - roundTrips.least() - timer.now();
        if (wait <= 0) {
          window.taken--;
          if (windows.stream().allMatch(each -> each.taken == 0)) {
            chats.remove(chat, windows);
          }
        }
      }
      if (wait > 0) {
        timer.after(Duration.ofNanos(wait), () -> free(window, ended));
      } else {
        serve();
      }
    }
  }

  /** How many wait for leave. */
  synchronized int waiting() {
    return queue.size();
  }

  private void serve() {
    // Completed outside of the lock: what depends on a slot may run at once.
    served().forEach(Runnable::run);
  }

  private synchronized List<Runnable> served() {
    var served = new ArrayList<Runnable>();
    Iterator<Waiting> waiting = queue.iterator();
    while (waiting.hasNext() && underWay < UNDER_WAY && (!limited || all.hasRoom())) {
      Waiting next = waiting.next();
      List<Window> windows =
          limited ? chats.computeIfAbsent(next.chat, Throttle::windows) : List.of();
      if (windows.stream().allMatch(Window::hasRoom)) {
        underWay++;
        all.taken++;
        windows.forEach(window -> window.taken++);
        waiting.remove();
        served.add(() -> next.slot.complete(new Slot(next.chat, windows)));
      }
    }
    return served;
  }

  private static List<Window> windows(long chat) {
    var single = new Window(3, Duration.ofSeconds(3));
    boolean group = chat < 0; // Bot API: ids of groups and channels are negative
    return group ? List.of(single, new Window(20, Duration.ofMinutes(1))) : List.of(single);
  }

  private record Waiting(long chat, CompletableFuture<Slot> slot) {}

  /** Time of some length in which so many messages may be sent. */
  private static final class Window {
    private final int most;
    private final Duration length;
    private int taken;

    Window(int most, Duration length) {
      this.most = most;
      this.length = length;
    }

    boolean hasRoom() {
      return taken < most;
    }
  }
}
