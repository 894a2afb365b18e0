package io.verbatim.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed while it takes updates over and answers them, and a bit of what it has left
 * on the disk is flipped; what it acknowledged counts.
 */
class KillTest {
  private static final int CHATS = 5;
  private static final int KILLS = 4;
  private static final String WORDS = "words ".repeat(100);

  @Test
  void losesNothingThatItAcknowledged(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("journal.db");
    var random = new Random(42);
    long taken = 0;
    var answered = new ArrayList<Long>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process process =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Worker.class.getName(),
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      int lines = 20 + random.nextInt(200);
      try (var said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          long id = Long.parseLong(line.substring(2));
          if (line.startsWith("t")) {
            taken = Math.max(taken, id);
          } else {
            answered.add(id);
          }
          if (--lines == 0) {
            process.toHandle().destroyForcibly(); // that of the process closes its output too
          }
        }
      }
      process.waitFor();
      spoil(file, random);
      spoil(folder.resolve("journal.db-wal"), random);
      check(file, taken, answered);
    }
  }

  private static void spoil(Path file, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      FileTime written = Files.getLastModifiedTime(file);
      Files.write(file, bytes);
      Files.setLastModifiedTime(file, written); // a disk does not tell
    }
  }

  /** Everything up to what was acknowledged last is there or answered, and nothing twice. */
  private static void check(Path file, long taken, List<Long> answered) {
    try (var journal = Journal.open(file, InstantSource.system())) {
      var inbox = journal.inbox();
      assertTrue(inbox.position() > taken, "the offset is kept");
      assertEquals(answered.stream().distinct().count(), answered.size());
      long last = inbox.position() - 1;
      // One answer may have been recorded without the process living to tell.
      long missing = last - answered.size() - inbox.waiting();
      assertTrue(missing >= 0 && missing <= KILLS, () -> missing + " missing");
      for (long chat : inbox.chats()) {
        assertEquals(WORDS, inbox.first(chat).orElseThrow().json());
      }
    }
  }

  /** Takes ten updates over, answers some, and so on, telling each on standard output. */
  static final class Worker {
    private Worker() {}

    public static void main(String[] args) {
      try (var journal = Journal.open(Path.of(args[0]), InstantSource.system())) {
        var inbox = journal.inbox();
        while (true) {
          long from = Math.max(1, inbox.position());
          var batch = new ArrayList<Received>();
          for (long id = from; id < from + 10; id++) {
            batch.add(new Received(id, id % CHATS, Instant.now(), WORDS));
          }
          inbox.take(batch, from, from + 10);
          System.out.println("t " + (from + 9));
          for (long chat : inbox.chats()) {
            Entry entry = inbox.first(chat).orElseThrow();
            inbox.answered(entry, List.of());
            System.out.println("a " + entry.update());
          }
        }
      }
    }
  }
}
