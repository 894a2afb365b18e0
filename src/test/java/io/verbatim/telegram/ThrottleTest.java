package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In virtual time; what counts is when a request arrives at Telegram, not when it was sent. */
class ThrottleTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualTime time = new VirtualTime();
  private final Throttle throttle = new Throttle(true, time, new Stop());
  private final List<Long> arrivals = new ArrayList<>();
  private final Map<Long, List<Long>> arrivalsByChat = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void noSlidingWindowEverSeesMoreThanTelegramAllows(long seed) {
    var random = new Random(seed);
    long chats = random.nextLong(1, 81);
    long seconds = random.nextLong(1, 61);
    for (int i = 0; i < 2_000; i++) {
      long chat = (random.nextBoolean() ? 1L : -1L) * random.nextLong(1, chats + 1);
      Duration arises = millis(random.nextLong(seconds * 1_000));
      // A request, and its answer, may take anything from no time to seconds.
      Duration out = millis(jitter(random));
      Duration back = millis(jitter(random));
      time.after(arises, () -> send(chat, out, back));
    }

    time.runUntil(Duration.ofHours(5));

    assertEquals(2_000, arrivals.size());
    assertEquals(0, throttle.waiting());
    assertKeeps(30, SECOND, arrivals);
    arrivalsByChat.forEach((chat, times) -> {
      assertKeeps(3, Duration.ofSeconds(3), times);
      if (chat < 0) {
        assertKeeps(20, Duration.ofMinutes(1), times);
      }
    });
  }

  /** Which part of a round trip lies before the arrival, nobody knows. */
  @ParameterizedTest
  @CsvSource({"0, 0", "10, 10", "0, 30", "50, 50", "100, 0", "0, 100", "30, 70"})
  void usesNineteenTwentiethsOfWhatTelegramAllowsHoweverFarAwayItIs(long out, long back) {
    var random = new Random(out * 1_000 + back);
    for (long chat = 1; chat <= 2_000; chat++) {
      send(chat, millis(out + random.nextLong(10)), millis(back + random.nextLong(10)));
    }

    time.runUntil(Duration.ofMinutes(2));

    assertEquals(2_000, arrivals.size());
    assertKeeps(30, SECOND, arrivals);
    assertTrue(Collections.max(arrivals) <= Duration.ofMillis(2_000_000 / 30 * 100 / 95).toNanos());
  }

  @Test
  void keepsToTheLimitsWhenTelegramIsNearerThanBefore() {
    for (int i = 0; i < 3_000; i++) {
      int chat = i;
      // Ever so little at a time, as ways through a network change; from 100 ms to nothing.
      long way = Math.max(0, 1_000 - i / 2) / 20;
      time.after(millis(i), () -> send(chat, millis(way), millis(way)));
    }

    time.runUntil(Duration.ofMinutes(2));

    assertEquals(3_000, arrivals.size());
    assertKeeps(30, SECOND, arrivals);
  }

  @Test
  void usesNineteenTwentiethsOfWhatTelegramAllowsInAGroup() {
    for (int i = 0; i < 200; i++) {
      send(-1, millis(10), millis(10));
    }

    time.runUntil(Duration.ofMinutes(11));

    assertEquals(200, arrivals.size());
    assertTrue(Collections.max(arrivals) <= Duration.ofMinutes(10).toNanos());
  }

  @Test
  void sendsAShortBurstInAChatAtOnce() {
    for (int i = 0; i < 4; i++) {
      send(1, millis(1), millis(1));
    }

    time.runUntil(millis(10));
    assertEquals(3, arrivals.size());
    time.runUntil(Duration.ofSeconds(4));
    assertEquals(4, arrivals.size());
  }

  @Test
  void aBusyChatDelaysNoOther() {
    for (int i = 0; i < 50; i++) {
      send(-1, millis(1), millis(1));
    }
    send(2, millis(1), millis(1));

    time.runUntil(millis(10));

    assertEquals(List.of(millis(1).toNanos()), arrivalsByChat.get(2L));
  }

  @Test
  void servesChatsInTheOrderOfTheirComing() {
    var served = new ArrayList<Long>();
    for (long chat = 1; chat <= 100; chat++) {
      long each = chat;
      var _ =
          throttle
              .slot(chat)
              .thenAccept(slot -> {
                served.add(each);
                slot.close();
              });
    }

    time.runUntil(Duration.ofSeconds(10));

    assertEquals(IntStream.rangeClosed(1, 100).mapToObj(Long::valueOf).toList(), served);
  }

  @Test
  void hasNoWindowsWhenSwitchedOff() {
    var free = new Throttle(false, time, new Stop());

    for (int i = 0; i < 1_000; i++) {
      var slot = free.slot(-1);
      assertTrue(slot.isDone());
      slot.join().close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void letsAFewBeUnderWayAtOnceSoThatAKillRepeatsFew(boolean limited) {
    var throttle = new Throttle(limited, time, new Stop());
    var underWay = IntStream.rangeClosed(1, Throttle.UNDER_WAY).mapToObj(throttle::slot).toList();
    var next = throttle.slot(1_000);

    assertTrue(underWay.stream().allMatch(CompletableFuture::isDone));
    assertFalse(next.isDone());
    underWay.get(3).join().close();
    assertTrue(next.isDone());
  }

  private void send(long chat, Duration out, Duration back) {
    var _ =
        throttle
            .slot(chat)
            .thenAccept(slot ->
                time.after(
                    out,
                    () -> {
                      arrivals.add(time.now());
                      arrivalsByChat.computeIfAbsent(chat, id -> new ArrayList<>()).add(time.now());
                      time.after(back, slot::close);
                    }));
  }

  private static void assertKeeps(int most, Duration window, List<Long> arrivals) {
    for (int i = most; i < arrivals.size(); i++) {
      long apart = arrivals.get(i) - arrivals.get(i - most);
      assertTrue(
          apart >= window.toNanos(),
          () -> most + 1 + " messages within " + Duration.ofNanos(apart) + " of " + window);
    }
  }

  private static long jitter(Random random) {
    return random.nextInt(10) == 0 ? random.nextLong(3_000) : random.nextLong(30);
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
