package io.verbatim.app;

import io.verbatim.botapi.BotApiDouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code docs/in-telegram.md} as the running bot would have it: in its {@code telegram} blocks,
 * lines that are not indented tell what people do, and those below what the bot does about it.
 */
final class Scenes implements AutoCloseable {
  static final Path FILE = Path.of("docs", "in-telegram.md");

  private static final Pattern BLOCK =
      Pattern.compile("(?<=```telegram\n)(.*?)(?=```\n)", Pattern.DOTALL);

  /** How long replies took, which differs from run to run. */
  private static final Pattern SECONDS = Pattern.compile("\\d+(?:\\.\\d+)? s\\b");

  private static final String RESTART = "(the bot is restarted)";

  private final BotApiDouble server = new BotApiDouble();
  private final Path folder;
  private Program program;
  private int scenes;

  /**
   * @param folder for the bot's index and state, empty
   */
  Scenes(Path folder) {
    this.folder = folder.toAbsolutePath();
    this.program = start();
  }

  /** A document with what the bot does as it is now. */
  String replayed(String document) {
    return BLOCK.matcher(document).replaceAll(block -> Matcher.quoteReplacement(play(block)));
  }

  private String play(MatchResult block) {
    var scene = new Scene(server, ++scenes);
    var lines = new ArrayList<String>();
    block
        .group()
        .lines()
        .filter(line -> !line.isEmpty() && !line.startsWith(" "))
        .forEach(line -> {
          if (!lines.isEmpty()) {
            lines.add("");
          }
          lines.add(line);
          if (line.equals(RESTART)) {
            program.stop();
            program = start();
          } else {
            lines.addAll(indented(scene.play(line)));
          }
        });
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static List<String> indented(List<String> lines) {
    return lines.stream()
        .map(line -> line.isEmpty() ? "" : "  " + SECONDS.matcher(line).replaceAll("… s"))
        .toList();
  }

  /** Starts the bot, and waits until it answers by meaning. */
  private Program start() {
    var started = new Program(folder).at(server);
    started.environment.put("VERBATIM_ANSWER_BY", "meaning");
    started.environment.put("TELEGRAM_ADMINS", Long.toString(Scene.OPERATOR));
    started.start();
    started.awaitMeaning();
    return started;
  }

  @Override
  public void close() {
    program.stop();
    server.close();
  }
}
