package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.answer.Exchange;
import io.verbatim.bot.Note;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Request;
import io.verbatim.bot.Responder;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Fault;
import io.verbatim.botapi.SentMessage;
import io.verbatim.botapi.Updates;
import io.verbatim.journal.BadDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No question is lost on a disk that is full, or spoils what was written to it. */
class DiskTroubleTest {
  private static final Responder ECHO = request -> Reply.say("re: " + said(request));
  private static final int QUESTIONS = 200;
  private static final int CHATS = 10;
  private static final String LONG = " and so on".repeat(300);

  @TempDir Path folder;
  private final Instant start = Instant.now();
  private final BotApiDouble server = new BotApiDouble();
  private final List<RunningBot> bots = new ArrayList<>();

  /** Until then, whoever tries again waits. */
  private CompletableFuture<Boolean> room = CompletableFuture.completedFuture(true);

  @AfterEach
  void sentNothingThatTelegramRefuses() {
    room.complete(true);
    bots.forEach(RunningBot::stop);
    server.close();
    assertEquals(List.of(), server.violations());
  }

  @Test
  void answersEachQuestionOnceThatCameWhileTheDiskWasFull() {
    room = new CompletableFuture<>();
    var full = new AtomicBoolean();
    var bot = new CompletableFuture<RunningBot>();
    List<Long> earlier = LongStream.range(1_001, 1_011).boxed().toList();
    earlier.forEach(chat -> server.enqueue(Updates.inPrivate(chat, "earlier")));
    try (var log = new LogCapture()) {
      bot.complete(
          start(
              request -> {
                if (said(request).equals("earlier")) {
                  if (!full.getAndSet(true)) {
                    BadDisk.fill(bot.join().journal());
                    ask();
                  }
                  awaitLine(log, "updates cannot be kept");
                }
                return remembering(request);
              },
              start));
      awaitLine(log, "answers cannot be recorded, will go on trying");

      BadDisk.makeRoom(bot.join().journal());
      room.complete(true);

      server.awaitMessages(QUESTIONS + earlier.size());
      server.awaitAllConfirmed();
      assertAllAnswered();
      earlier.forEach(chat -> assertEquals(List.of("re: earlier"), texts(chat)));
      assertEquals(1, log.lines("Receiving again").size());
    }
  }

  @Test
  void answersEachQuestionThoughABitOfItWasFlippedBetweenTwoStarts() throws Exception {
    leaveUnanswered();
    Path file = folder.resolve("journal.db");
    byte[] bytes = Files.readAllBytes(file);
    int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("question 17 of 3");
    bytes[place + 2] ^= 4;
    FileTime written = Files.getLastModifiedTime(file);
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, written); // a disk does not tell

    try (var log = new LogCapture()) {
      start(ECHO, start);

      assertAllAnswered();
      assertEquals(1, log.lines("journal.db was damaged in 1 places and is mended").size());
    }
  }

  @Test
  void answersEachQuestionThoughTheFileCouldNoLongerBeOpened() throws Exception {
    leaveUnanswered();
    Path file = folder.resolve("journal.db");
    byte[] bytes = Files.readAllBytes(file);
    var noise = new byte[1_000];
    new Random(1).nextBytes(noise);
    System.arraycopy(noise, 0, bytes, 0, noise.length);
    Files.write(file, bytes);

    try (var log = new LogCapture()) {
      start(ECHO, start);

      assertAllAnswered();
      assertEquals(1, log.lines("the journal was damaged").size());
      assertTrue(log.lines("the journal was damaged").getFirst().contains("inbox=" + QUESTIONS));
    }
  }

  @Test
  void endsWhenTheFileIsSpoiltWhileItRunsAndTheNextGoesOn() throws Exception {
    server.enqueue(Updates.poison());
    RunningBot first = start(ECHO, start);
    server.awaitAllConfirmed();
    spoil(folder.resolve("journal.db"));
    spoil(folder.resolve("journal.db-wal"));
    BadDisk.readAnew(first.journal());

    server.enqueue(Updates.poison()); // is to be noted, and cannot be

    assertInstanceOf(Ending.JournalBroken.class, first.ending());
    server.enqueue(Updates.inPrivate(1, "next"));
    start(ECHO, start);
    server.awaitMessages(1);
    assertEquals(List.of("re: next"), texts(1));
  }

  @Test
  void answersLateWhatWaitedForWeeks() {
    leaveUnanswered();

    start(ECHO, start.plus(Duration.ofDays(29)));

    server.awaitMessages(QUESTIONS);
    assertEquals(RunningBot.LATE + "\n\nre: question 0 of 3" + LONG, texts(3).getFirst());
  }

  @Test
  void givesUpAtLastWhatNobodyWaitsForAnyMore() {
    leaveUnanswered();

    RunningBot second = start(ECHO, start.plus(Duration.ofDays(31)));

    second.awaitAllAnswered();
    assertEquals(List.of(), server.messages());
    assertEquals(QUESTIONS, second.journal().givenUp());
  }

  private void ask() {
    for (int number = 0; number < QUESTIONS / CHATS; number++) {
      for (int chat = 1; chat <= CHATS; chat++) {
        server.enqueue(Updates.inPrivate(chat, "question " + number + " of " + chat + LONG));
      }
    }
  }

  /** A bot has taken questions over and answered none. */
  private void leaveUnanswered() {
    ask();
    server.fail("sendMessage", Integer.MAX_VALUE, new Fault.Closes());
    RunningBot first = start(ECHO, start);
    server.awaitAllConfirmed();
    first.stop();
    server.heal();
  }

  private void assertAllAnswered() {
    server.awaitMessages(QUESTIONS);
    bots.getLast().awaitAllAnswered();
    for (int chat = 1; chat <= CHATS; chat++) {
      String end = " of " + chat + LONG;
      List<String> expected =
          IntStream.range(0, QUESTIONS / CHATS)
              .mapToObj(number -> "re: question " + number + end)
              .toList();
      assertEquals(expected, texts(chat));
    }
  }

  /** Overwrites all of a file but its header. */
  private static void spoil(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 100, bytes.length, (byte) 0x55);
    Files.write(file, bytes);
  }

  private RunningBot start(Responder responder, Instant now) {
    var bot =
        new RunningBot(
            server,
            Articles.bees(),
            responder,
            folder,
            InstantSource.fixed(now),
            pause -> room.join());
    bots.add(bot);
    return bot;
  }

  private List<String> texts(long chat) {
    return server.messages(chat).stream().map(SentMessage::text).toList();
  }

  private static void awaitLine(LogCapture log, String words) {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (log.lines(words).isEmpty()) {
      assertTrue(System.nanoTime() < deadline, () -> "the log does not say: " + words);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Says the same, and remembers so much that two fill a page. */
  private static Reply remembering(Request request) {
    String words = said(request);
    return new Reply(
        List.of(new Reply.Say("re: " + words)),
        List.of(),
        List.of(new Note.Exchanged(new Exchange("蜂".repeat(Exchange.LONGEST)))),
        Optional.empty());
  }

  private static String said(Request request) {
    return request instanceof Request.Message message ? message.text() : "no message";
  }
}
