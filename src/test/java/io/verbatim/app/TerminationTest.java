package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TerminationTest {
  /** Serves until it is stopped, or for good. Run as a process of its own. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) throws InterruptedException {
      var stopped = new CountDownLatch(1);
      var messenger =
          new Messenger() {
            @Override
            public Exit run() {
              System.out.println("serving");
              try {
                stopped.await();
                if (args[1].equals("deaf")) {
                  new CountDownLatch(1).await();
                }
              } catch (InterruptedException e) {
                return Exit.INTERNAL;
              }
              return Exit.valueOf(args[0]);
            }

            @Override
            public void stop() {
              stopped.countDown();
            }
          };
      if (args[1].equals("opening")) {
        try (var termination = new Termination()) {
          System.out.println("opening " + termination.getClass().getSimpleName());
          stopped.await();
        }
      }
      int code;
      try (var termination = new Termination()) {
        if (args[1].equals("ended")) {
          stopped.countDown();
        }
        code = termination.run(messenger).code();
        System.out.println("closing");
      }
      System.exit(code);
    }
  }

  @ParameterizedTest
  @CsvSource({"OK, 0", "CONFIGURATION, 78"})
  void signalStopsTheMessengerAndItsExitCounts(String exit, int code) throws Exception {
    Process process = start(exit, "serving");
    try (BufferedReader output = process.inputReader()) {
      assertEquals("serving", output.readLine());

      process.toHandle().destroy();

      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertEquals(code, process.exitValue());
      assertEquals("closing", output.readLine());
    }
  }

  @Test
  void signalWhileOpeningEndsAtOnce() throws Exception {
    Process process = start("OK", "opening");
    try (BufferedReader output = process.inputReader()) {
      assertEquals("opening Termination", output.readLine());

      process.toHandle().destroy();

      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
    }
  }

  @Test
  void messengerThatDoesNotEndIsLeftWithinFiveSeconds() throws Exception {
    Process process = start("OK", "deaf");
    try (BufferedReader output = process.inputReader()) {
      assertEquals("serving", output.readLine());

      process.toHandle().destroy();

      assertTrue(process.waitFor(5, TimeUnit.SECONDS));
      assertEquals(70, process.exitValue());
    }
  }

  @Test
  void messengerThatEndsByItselfGivesItsExit() throws Exception {
    Process process = start("CONFIGURATION", "ended");

    assertEquals(78, process.waitFor());
  }

  private static Process start(String... args) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<String>();
    command.add(java);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Program.class.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
