package io.verbatim.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.verbatim.bot.Wording;
import io.verbatim.telegram.ApiServer;
import io.verbatim.telegram.Failures;
import io.verbatim.telegram.TelegramBot;
import io.verbatim.telegram.Token;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the program starts. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Runs the command line. */
  public static void main(String[] args) {
    boundServers();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
        LOG.error("{} has ended: {}", thread.getName(), Failures.describe(failure)));
    // The launcher says where the program lives; "java -jar" is taken to run in that folder.
    Path here = Path.of("").toAbsolutePath();
    Path home = here.resolve(System.getProperty("verbatim.home", ""));
    // UTF-8 whatever the locale: quotes must come out letter for letter.
    var out = stream(FileDescriptor.out);
    var err = stream(FileDescriptor.err);
    var in = new FileInputStream(FileDescriptor.in);
    var surroundings = new Surroundings(home, here, System.getenv(), in, out, err);
    int code = Cli.run(surroundings, Main::messenger, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** What the JDK's HTTP server reads once for the whole JVM, before the first one is made. */
  private static void boundServers() {
    System.setProperty("sun.net.httpserver.maxReqTime", "10"); // seconds for a whole request
    System.setProperty("sun.net.httpserver.maxRspTime", "10"); // seconds for an answer
    System.setProperty("jdk.httpserver.maxConnections", "200");
    System.setProperty("sun.net.httpserver.nodelay", "true"); // 40 ms less for each answer
  }

  /** The bot on Telegram, wired. */
  static Messenger messenger(
      Settings settings,
      Token token,
      Verbatim verbatim,
      State state,
      MeterRegistry meters,
      Runnable goodPoll) {
    var bot =
        new TelegramBot(
            token,
            ApiServer.parse(settings.api().toString()),
            settings.receiving(),
            verbatim.library(),
            verbatim.responder(),
            verbatim.suggester(),
            new TelegramBot.Words(
                locale -> Wording.of(locale).say("failure"),
                locale -> Wording.of(locale).say("late"),
                settings.name()),
            state.keeping(settings.keepsQuestions()),
            settings.rules(),
            meters,
            goodPoll);
    return new TelegramMessenger(bot);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    var buffered = new BufferedOutputStream(new FileOutputStream(descriptor), 8192);
    return new PrintStream(buffered, descriptor == FileDescriptor.err, StandardCharsets.UTF_8);
  }
}
