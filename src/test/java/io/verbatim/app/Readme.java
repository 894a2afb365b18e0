package io.verbatim.app;

import io.verbatim.bot.Command;
import io.verbatim.bot.Wording;
import io.verbatim.console.Transcript;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * README.md as the program would have it: the tables of commands and settings, and what is answered
 * in its {@code console} blocks to the lines that begin with {@code "$ "} or {@code "> "}. Run as a
 * program, it rewrites what differs. The same holds for the blocks of {@link #CONVERSATION}, for
 * the picture {@link #PICTURE}, and for the {@link Scenes}.
 */
final class Readme {
  static final Path FILE = Path.of("README.md");
  static final Path CONVERSATION = Path.of("docs", "conversation.md");
  static final Path PICTURE = Path.of("docs", "chat.svg");

  /** What is typed in the picture. */
  private static final List<String> PICTURED =
      List.of(
          "Who was the US ambassador to Russia?",
          ">",
          "more",
          "/verify Putin has been wanting to take revenge against Hillary Clinton",
          "/language Deutsch",
          "How do I get red wine out of a carpet?");

  private static final int COLUMNS = 76;
  private static final Pattern CONSOLE =
      Pattern.compile("(?<=```console\n)(.*?)(?=```\n)", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern SCORE = Pattern.compile("(?<=\"score\":)[-+.0-9Ee]+");
  private static final String PROGRAM = "$ ./verbatim";
  private static final String TYPED = "> ";

  private final Surroundings surroundings;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /**
   * @param scratch folder for the index
   */
  private Readme(Path scratch) {
    Path project = Path.of("").toAbsolutePath();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    surroundings =
        new Surroundings(
            scratch.toAbsolutePath(), // where no configuration is
            project,
            Map.of(
                Setting.ARTICLES.variable(), "seeds",
                Setting.INDEX_FOLDER.variable(), scratch.resolve("index").toString(),
                Setting.STATE_FOLDER.variable(), scratch.toString()),
            new ByteArrayInputStream(new byte[0]),
            print,
            print);
  }

  public static void main(String[] args) throws IOException {
    Path scratch = Path.of("target", "readme");
    Files.writeString(FILE, asTheProgramSays(Files.readString(FILE), scratch));
    Files.writeString(CONVERSATION, replayed(Files.readString(CONVERSATION), scratch));
    Files.writeString(PICTURE, picture(scratch));
    Path empty = Files.createTempDirectory(scratch, "scenes");
    Files.writeString(Scenes.FILE, Scenes.replayed(Files.readString(Scenes.FILE), empty));
  }

  /**
   * A README with its tables and answers as they are now.
   *
   * @param scratch folder for the index
   * @throws IllegalArgumentException if a place for a table is missing
   */
  static String asTheProgramSays(String readme, Path scratch) {
    return replayed(put("settings", settings(), put("commands", commands(), readme)), scratch);
  }

  /** A document with the answers in its blocks as they are now. */
  static String replayed(String document, Path scratch) {
    var program = new Readme(scratch);
    return CONSOLE
        .matcher(document)
        .replaceAll(block -> Matcher.quoteReplacement(program.replay(block)));
  }

  /** A chat as a picture. */
  static String picture(Path scratch) {
    return new Readme(scratch).chat(transcript -> transcript.say(PICTURED).picture());
  }

  private static String put(String name, String table, String readme) {
    String begin = "<!-- " + name + " -->\n";
    int start = readme.indexOf(begin) + begin.length();
    int end = readme.indexOf("<!-- end of " + name + " -->", start);
    if (start < begin.length() || end < 0) {
      throw new IllegalArgumentException(FILE + " has no place for its table of " + name);
    }
    return readme.substring(0, start) + table + readme.substring(end);
  }

  /** The commands as a Markdown table. */
  private static String commands() {
    var wording = Wording.of(Locale.ENGLISH);
    return Command.listed().stream()
        .map(c ->
            "| `%s` | %s |\n"
                .formatted(
                    (c.slashed() + " " + c.argument()).strip().replace("|", "\\|"),
                    wording.describe(c)))
        .collect(Collectors.joining("", "| command | what it gives |\n|---|---|\n", ""));
  }

  /** The settings as a Markdown table. */
  private static String settings() {
    return Setting.ALL.stream()
        .map(s ->
            "| `%s` | `%s` | %s | %s |\n"
                .formatted(
                    s.key(),
                    s.variable(),
                    s.byDefault().isEmpty() ? "" : "`" + s.byDefault() + "`",
                    s.why()))
        .collect(
            Collectors.joining(
                "", "| key | environment | default | what it is |\n|---|---|---|---|\n", ""));
  }

  /** A console block with what the program says today. */
  private String replay(MatchResult block) {
    List<String> typed =
        block.group().lines().filter(l -> l.startsWith("$ ") || l.startsWith(TYPED)).toList();
    var shown = new ArrayList<String>();
    for (int i = 0; i < typed.size(); i++) {
      String line = typed.get(i);
      boolean greets = line.equals(PROGRAM);
      if (greets || line.startsWith(TYPED)) {
        var said = new ArrayList<String>();
        for (i += greets ? 1 : 0; i < typed.size() && typed.get(i).startsWith(TYPED); i++) {
          said.add(typed.get(i).substring(TYPED.length()));
        }
        i--;
        if (greets) {
          shown.add(line);
        }
        shown.addAll(
            chat(transcript -> (greets ? transcript.greet() : transcript).say(said).lines()));
      } else {
        shown.add(line);
        shown.addAll(oneShot(line));
      }
    }
    while (!shown.isEmpty() && shown.getLast().isEmpty()) {
      shown.removeLast();
    }
    return shown.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private <T> T chat(Function<Transcript, T> talk) {
    var settings =
        Settings.read(
            Optional.empty(), surroundings.home(), surroundings.here(), surroundings.environment());
    try (var verbatim = Verbatim.open(settings, surroundings.err())) {
      verbatim.reading().await();
      return talk.apply(new Transcript(verbatim.responder(), verbatim.suggester(), COLUMNS));
    }
  }

  /** What a command prints; its scores are left out, since they are no promise. */
  private List<String> oneShot(String line) {
    if (!line.startsWith(PROGRAM + " ")) {
      throw new IllegalArgumentException("not a line that can be replayed: " + line);
    }
    String[] words =
        WORD.matcher(line.substring(PROGRAM.length()))
            .results()
            .map(word -> Optional.ofNullable(word.group(1)).orElseGet(() -> word.group(2)))
            .toArray(String[]::new);
    out.reset();
    Cli.run(
        surroundings,
        (_, _, _, _, _, _) -> {
          throw new IllegalArgumentException("README does not start the bot");
        },
        words);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(shown -> SCORE.matcher(shown).replaceAll("…"))
        .toList();
  }
}
