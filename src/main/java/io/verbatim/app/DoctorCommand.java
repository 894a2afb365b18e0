package io.verbatim.app;

import io.verbatim.article.ArticleFolder;
import io.verbatim.article.UnreadableArticlesException;
import io.verbatim.embedding.Encoders;
import io.verbatim.embedding.UnavailableException;
import io.verbatim.journal.FolderLock;
import io.verbatim.telegram.ApiServer;
import io.verbatim.telegram.Checkup;
import io.verbatim.telegram.Finding;
import io.verbatim.telegram.Finding.Weight;
import io.verbatim.telegram.Receiving;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;

/** {@code verbatim doctor}: looks at everything that the bot needs and says what to mend. */
@Command(
    name = "doctor",
    description = "Looks at everything that the bot needs, and says what to mend and how.")
final class DoctorCommand implements Callable<Integer> {
  private static final long ENOUGH_BYTES = 200_000_000;

  private final Cli cli;

  DoctorCommand(Cli cli) {
    this.cli = cli;
  }

  /** Prints a line for each thing, with another one below it where there is something to do. */
  @Override
  public Integer call() {
    List<Finding> findings = findings(cli.settings(Level.ERROR));
    PrintStream out = cli.surroundings().out();
    findings.forEach(finding -> print(finding, out));
    boolean ill = findings.stream().anyMatch(finding -> finding.weight() == Weight.ILL);
    return (ill ? Exit.CONFIGURATION : Exit.OK).code();
  }

  private static void print(Finding finding, PrintStream out) {
    String line = finding.subject() + ": " + finding.seen();
    String sign =
        switch (finding.weight()) {
          case WELL -> "✓ ";
          case NOTE -> "· ";
          case ILL -> "✗ ";
        };
    out.println(sign + OneLine.escaped(Secrets.hidden(line)));
    finding.mend().ifPresent(mend -> out.println("  → " + mend));
  }

  private static List<Finding> findings(Settings settings) {
    var findings = new ArrayList<Finding>();
    findings.add(Finding.well("settings", "understood"));
    findings.addAll(articles(settings.articles()));
    Finding state = folder("state", settings.state(), Setting.STATE_FOLDER);
    findings.add(state);
    findings.add(folder("index", settings.index(), Setting.INDEX_FOLDER));
    if (state.weight() == Weight.WELL) {
      findings.addAll(running(settings));
    }
    findings.add(encoders(settings.byMeaning()));
    if (settings.token().isPresent()) {
      var server = ApiServer.parse(settings.api().toString());
      var checkup =
          new Checkup(settings.token().get(), server, webhook(settings), InstantSource.system());
      findings.addAll(checkup.findings());
    } else {
      findings.add(
          Finding.ill(
              "token",
              "none",
              "@BotFather → /newbot; then set %s, or %s to a file with it"
                  .formatted(Settings.TOKEN_VARIABLE, Setting.TOKEN_FILE.variable())));
    }
    return findings;
  }

  private static Optional<URI> webhook(Settings settings) {
    return settings.receiving() instanceof Receiving.Webhook(URI url, _)
        ? Optional.of(url)
        : Optional.empty();
  }

  private static List<Finding> articles(Path path) {
    try {
      ArticleFolder.Reading reading = ArticleFolder.read(path);
      var findings = new ArrayList<Finding>();
      findings.add(
          Finding.well("articles", reading.library().articles().size() + " read from " + path));
      reading
          .refusals()
          .forEach(refusal ->
              findings.add(
                  Finding.ill(
                      "article", refusal.toString(), "mend the file; the others are loaded")));
      return findings;
    } catch (UnreadableArticlesException e) {
      return List.of(
          Finding.ill(
              "articles",
              String.valueOf(e.getMessage()),
              "let %s (%s) name a text or Markdown file, or a folder of them"
                  .formatted(Setting.ARTICLES.key(), Setting.ARTICLES.variable())));
    }
  }

  private static Finding folder(String subject, Path folder, Setting<?> setting) {
    String elsewhere =
        "%s (%s) may name another folder".formatted(setting.key(), setting.variable());
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, "doctor", ".tmp");
      Files.write(probe, new byte[4_096]);
      Files.delete(probe);
      long free = Files.getFileStore(folder).getUsableSpace();
      return free >= ENOUGH_BYTES
          ? Finding.well(subject, "can be written, " + free / 1_000_000 + " MB free in " + folder)
          : Finding.ill(
              subject,
              "only " + free / 1_000_000 + " MB free in " + folder,
              "make room there; or " + elsewhere);
    } catch (IOException e) {
      return Finding.ill(
          subject,
          "cannot be written: " + e,
          "give this user the right to write there; or " + elsewhere);
    }
  }

  /** Whether a bot keeps its state there now, and whether one that starts finds its ports free. */
  private static List<Finding> running(Settings settings) {
    try {
      if (FolderLock.isTaken(settings.state())) {
        return List.of(Finding.well("bot", "one runs with this state folder"));
      }
      var findings = new ArrayList<Finding>();
      findings.add(Finding.well("bot", "none runs with this state folder"));
      settings
          .healthPort()
          .ifPresent(port -> findings.add(port("127.0.0.1", port, Setting.HEALTH_PORT)));
      if (settings.receiving() instanceof Receiving.Webhook(_, InetSocketAddress listen)) {
        findings.add(port(listen.getHostString(), listen.getPort(), Setting.WEBHOOK_LISTEN));
      }
      return findings;
    } catch (IOException e) {
      return List.of(
          Finding.ill("bot", "not known: " + e, "give this user the right to write the lock"));
    }
  }

  private static Finding port(String host, int port, Setting<?> setting) {
    String where = host + ":" + port;
    try (var _ = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return Finding.well("port", where + " is free for " + setting.key());
    } catch (IOException e) {
      return Finding.ill(
          "port",
          "cannot listen at " + where + ": " + e.getMessage(),
          "let %s (%s) name another".formatted(setting.key(), setting.variable()));
    }
  }

  private static Finding encoders(boolean wanted) {
    if (!wanted) {
      return Finding.well("encoders", "not wanted: " + Setting.ANSWER_BY.key() + " says so");
    }
    try (var encoders = Encoders.load()) {
      encoders.miniLm().question("?");
      return Finding.well("encoders", "run: answers by words and by meaning");
    } catch (UnavailableException | IllegalStateException | OutOfMemoryError e) {
      return Finding.ill(
          "encoders",
          "cannot run, it would answer by words alone: " + e,
          "give it more memory, or a 64-bit system with glibc; or set %s = words"
              .formatted(Setting.ANSWER_BY.key()));
    }
  }
}
