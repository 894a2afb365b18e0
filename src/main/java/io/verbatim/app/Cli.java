package io.verbatim.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.event.Level;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command line. Without a command it runs the bot if there is a token, else the chat. Its
 * options hold for every command.
 */
@Command(
    name = "verbatim",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Answers questions about an article in the article's own words. Without a command: the bot"
            + " if a token is set, else the chat.",
    footer = {"", "Exit codes: 0, 64 usage, 65 unreadable article, 70 failure, 78 configuration."})
final class Cli implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Configuration file; config/verbatim.conf if not given.")
  Optional<Path> config = Optional.empty();

  @Option(
      names = "--articles",
      paramLabel = "PATH",
      scope = ScopeType.INHERIT,
      description = "What can be asked about: a text or Markdown file, or a folder of them.")
  Optional<Path> articles = Optional.empty();

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log more, and show where a failure came from.")
  boolean verbose;

  private final BotCommand bot;
  private final ChatCommand chat;

  private Cli(Surroundings surroundings, Messenger.Maker messenger) {
    this.surroundings = surroundings;
    this.bot = new BotCommand(this, messenger);
    this.chat = new ChatCommand(this);
  }

  /** Runs a command line and returns the exit code of the program. */
  static int run(Surroundings surroundings, Messenger.Maker messenger, String... args) {
    var cli = new Cli(surroundings, messenger);
    var line =
        new CommandLine(cli)
            .addSubcommand(new AskCommand(cli))
            .addSubcommand(new SummaryCommand(cli))
            .addSubcommand(new EvaluateCommand(cli))
            .addSubcommand(new FeedbackCommand(cli))
            .addSubcommand(cli.chat)
            .addSubcommand(cli.bot)
            .addSubcommand(new DoctorCommand(cli))
            .addSubcommand(new WebhookCommand(cli))
            .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
            .setExpandAtFiles(false) // "@name, who …?" is a question, not a file
            .setParameterExceptionHandler((e, _) -> cli.refuse(e))
            .setExecutionExceptionHandler((e, _, _) -> cli.fail(e));
    return line.execute(args);
  }

  @Override
  public Integer call() {
    return settings(Level.WARN).token().isPresent() ? bot.call() : chat.call();
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /**
   * Reads the settings and starts the log.
   *
   * @param byDefault what is logged if the settings do not say
   */
  Settings settings(Level byDefault) {
    Settings read =
        Settings.read(config, surroundings.home(), surroundings.here(), surroundings.environment());
    Level wanted = read.log().orElse(byDefault);
    boolean more = verbose && wanted.toInt() > Level.DEBUG.toInt();
    verbose |= wanted.toInt() <= Level.DEBUG.toInt();
    Logging.start(more ? Level.DEBUG : wanted);
    return articles.map(surroundings.here()::resolve).map(read::withArticles).orElse(read);
  }

  /** The language that people at this terminal read. */
  static Locale locale() {
    return Locale.getDefault(Locale.Category.DISPLAY);
  }

  private int refuse(CommandLine.ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    complain(String.valueOf(e.getMessage()));
    surroundings.err().println("Try '" + command + " --help'.");
    return Exit.USAGE.code();
  }

  private int fail(Exception e) {
    if (verbose) {
      var trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      surroundings.err().print(Secrets.hidden(trace.toString()));
    }
    if (e instanceof Failure failure) {
      String.valueOf(failure.getMessage()).lines().forEach(this::complain);
      return failure.exit().code();
    }
    complain(e.toString());
    return Exit.INTERNAL.code();
  }

  private void complain(String message) {
    surroundings.err().println("verbatim: " + OneLine.escaped(Secrets.hidden(message)));
  }
}
