package io.verbatim.app;

import io.verbatim.botapi.BotApiDouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      Pattern.compile("(?<=```telegram( library)?\n)(.*?)(?=```\n)", Pattern.DOTALL);

  /** The articles of blocks that are about a library. */
  private static final Path LIBRARY = Path.of("src", "test", "resources", "scenes");

  /** How long replies took, which differs from run to run. */
  private static final Pattern SECONDS = Pattern.compile("\\d+(?:\\.\\d+)? s\\b");

  private static final String RESTART = "(the bot is restarted)";

  private final BotApiDouble server = new BotApiDouble();
  private final Path folder;
  private final Path articles;
  private Program program;
  private int scenes;

  /** Scenes of a bot about the articles of a folder. */
  private Scenes(Path folder, Path articles) {
    this.folder = folder.toAbsolutePath();
    this.articles = articles.toAbsolutePath();
    this.program = start();
  }

  /**
   * A document with what the bot does as it is now.
   *
   * @param scratch folder for indexes and state, empty
   */
  static String replayed(String document, Path scratch) {
    String replayed = document;
    for (Path articles : List.of(Path.of("seeds"), LIBRARY)) {
      boolean library = articles.equals(LIBRARY);
      try (var scenes = new Scenes(scratch.resolve(articles.getFileName()), articles)) {
        replayed =
            BLOCK
                .matcher(replayed)
                .replaceAll(block ->
                    Matcher.quoteReplacement(
                        library == (block.group(1) != null)
                            ? scenes.play(block.group(2))
                            : block.group()));
      }
    }
    return replayed;
  }

  private String play(String block) {
    var scene = new Scene(server, ++scenes);
    var lines = new ArrayList<String>();
    block
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
    started.environment.put("VERBATIM_ARTICLES", articles.toString());
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
