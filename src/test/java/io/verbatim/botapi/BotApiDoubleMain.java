package io.verbatim.botapi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;

/**
 * The server as a program, to drive a bot by hand: what is typed goes to the bot as a reader's
 * private message, what the bot does is printed.
 *
 * <p>A line is a text of reader 1; {@code 7: text} one of reader 7; a line of JSON is an update as
 * it is; {@code !label} presses a button of the last message; {@code #} prints violations. It ends
 * with its input.
 */
public final class BotApiDoubleMain {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private BotApiDoubleMain() {}

  /**
   * Serves until its input ends.
   *
   * @param args port (0 for any) and token, both optional
   */
  public static void main(String[] args) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // 53 ms a call without
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
    String token = args.length > 1 ? args[1] : BotApiDouble.TOKEN;
    try (var botApi = new BotApiDouble(token, port);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      OUT.println("listening at " + botApi.url() + " for " + token);
      Thread.startVirtualThread(() -> print(botApi));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("#")) {
          OUT.println(botApi.violations());
        } else if (line.startsWith("!")) {
          press(botApi, line.substring(1));
        } else if (line.startsWith("{")) {
          botApi.enqueueRaw(line);
        } else if (line.matches("[0-9]+: .*")) {
          String[] parts = line.split(": ", 2);
          botApi.enqueue(Updates.inPrivate(Long.parseLong(parts[0]), parts[1]));
        } else if (!line.isBlank()) {
          botApi.enqueue(Updates.inPrivate(1, line));
        }
      }
    }
  }

  private static void press(BotApiDouble botApi, String label) {
    if (botApi.messages().isEmpty()) {
      OUT.println("there is no message to press on yet");
      return;
    }
    SentMessage last = botApi.messages().getLast();
    try {
      botApi.enqueue(Updates.press(last.chat(), last.id(), last.chat(), last.button(label)));
    } catch (NoSuchElementException e) {
      OUT.println(e.getMessage());
    }
  }

  private static void print(BotApiDouble botApi) {
    int seen = 0;
    while (true) {
      int known = seen;
      botApi.await("call", calls -> calls.size() > known, java.time.Duration.ofDays(1));
      var calls = botApi.calls();
      for (Call call : calls.subList(seen, calls.size())) {
        if (!call.method().equals("getupdates")) {
          OUT.println(call.status() + " " + call.method() + " " + call.parameters());
        }
      }
      seen = calls.size();
    }
  }
}
