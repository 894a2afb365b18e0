package io.verbatim.console;

import io.verbatim.bot.Command;
import io.verbatim.bot.Responder;
import io.verbatim.bot.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;

/** The chat on a terminal: a line editor with history, and the replies that Telegram would show. */
final class Chat {
  static final String QUIT = "/quit";

  private static final String PROMPT = "> ";
  private static final int REMEMBERED = 1_000;

  private final Console console;
  private final Terminal terminal;
  private final Dialogue dialogue;
  private final LineReader reader;

  Chat(Console console, Terminal terminal, Responder responder, Locale locale, Path history) {
    this.console = console;
    this.terminal = terminal;
    this.dialogue = new Dialogue(responder, locale);
    this.reader = reader(terminal, history);
  }

  /** Talks until the reader leaves: {@code /quit}, Ctrl-D, or Ctrl-C on an empty line. */
  void run() {
    say(Command.START.slashed());
    leave();
    for (String line = next(); !line.equals(QUIT); line = next()) {
      if (line.isEmpty()) {
        continue;
      }
      say(line);
      if (line.equalsIgnoreCase(Command.HELP.slashed())) {
        leave();
      }
    }
  }

  private void leave() {
    console.aside(terminal, Wording.of(dialogue.locale()).say("console.leave"));
  }

  private void say(String text) {
    console.show(terminal, dialogue.say(text), dialogue.keys());
  }

  private String next() {
    try {
      return reader.readLine(PROMPT).strip();
    } catch (EndOfFileException e) {
      return QUIT;
    } catch (UserInterruptException e) {
      return e.getPartialLine().isEmpty() ? QUIT : "";
    }
  }

  private static LineReader reader(Terminal terminal, Path history) {
    // The default parser waits for more lines after a single quote, as in "Who's that?".
    var parser = new DefaultParser();
    parser.setQuoteChars(new char[0]);
    parser.setEscapeChars(new char[0]);
    var commands = Stream.concat(Command.listed().stream().map(Command::slashed), Stream.of(QUIT));
    var builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("verbatim")
            .parser(parser)
            .completer(new StringsCompleter(commands.toList()))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
            .variable(LineReader.HISTORY_SIZE, REMEMBERED)
            .variable(LineReader.HISTORY_FILE_SIZE, REMEMBERED);
    if (writable(history)) {
      builder.variable(LineReader.HISTORY_FILE, history);
    }
    return builder.build();
  }

  /** Whether a history can be kept; the chat works without. */
  private static boolean writable(Path history) {
    try {
      Files.createDirectories(history.toAbsolutePath().getParent());
      return Files.isWritable(history) || Files.isWritable(create(history));
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes a file that only its owner can read, where files have owners. */
  private static Path create(Path file) throws IOException {
    return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")
        ? Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : Files.createFile(file);
  }
}
