package io.verbatim.console;

import io.verbatim.bot.Reply;
import io.verbatim.bot.Responder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;

/**
 * Where people and programs talk to the bot without a messenger: a terminal with a chat, or a
 * stream of lines. For use by one thread.
 */
public final class Console implements AutoCloseable {
  private final InputStream in;
  private final PrintStream out;
  private final Optional<Terminal> terminal;
  private final boolean styled;

  Console(InputStream in, PrintStream out, Optional<Terminal> terminal, boolean styled) {
    this.in = in;
    this.out = out;
    this.terminal = terminal;
    this.styled = styled;
  }

  /**
   * The terminal that the program runs in if standard input and output both are one, else standard
   * input and output. All text is UTF-8.
   *
   * @param in read when there is no terminal
   * @param out written when there is no terminal, in UTF-8
   * @param environment where {@code NO_COLOR}, set to anything, switches bold and faint off
   * @throws UncheckedIOException if the terminal cannot be opened
   */
  public static Console open(InputStream in, PrintStream out, Map<String, String> environment) {
    // Null on some Java releases when there is no terminal, an object that says so on others.
    if (!Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false)) {
      return lines(in, out);
    }
    try {
      // JLine 4.5 would ask the terminal what it can do and wait 200 ms for those that are silent.
      var terminal =
          TerminalBuilder.builder().encoding(StandardCharsets.UTF_8).graphemeCluster(false).build();
      boolean styled = environment.getOrDefault("NO_COLOR", "").isEmpty();
      return new Console(in, out, Optional.of(terminal), styled);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the terminal", e);
    }
  }

  /** Lines from one stream to another, in UTF-8. */
  public static Console lines(InputStream in, PrintStream out) {
    return new Console(in, out, Optional.empty(), false);
  }

  /** Whether somebody sits at a terminal. */
  public boolean isTerminal() {
    return terminal.isPresent();
  }

  /** Shows one reply. */
  public void show(Reply reply) {
    if (terminal.isPresent()) {
      show(terminal.get(), page(terminal.get()).lines(reply));
    } else {
      print(Page.PLAIN.lines(reply));
    }
  }

  /**
   * Answers until the reader leaves or the input ends: a chat on a terminal, else line by line.
   *
   * @param responder answers
   * @param locale the reader's language
   * @param history file of what was typed in earlier chats; made if missing and possible
   */
  public void converse(Responder responder, Locale locale, Path history) {
    if (terminal.isPresent()) {
      new Chat(this, terminal.get(), responder, locale, history).run();
    } else {
      answerLines(responder, locale);
    }
  }

  @Override
  public void close() {
    if (terminal.isPresent()) {
      try {
        terminal.get().close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot give the terminal back", e);
      }
    }
  }

  /** Shows one reply of a chat, and what can be typed to go on from there. */
  void show(Terminal on, Reply reply, Keys keys) {
    show(on, page(on).lines(reply, keys));
  }

  /** Shows a line of the program's own. */
  void aside(Terminal on, String text) {
    show(on, page(on).aside(text));
  }

  private void show(Terminal on, Iterable<AttributedString> lines) {
    lines.forEach(line -> on.writer().println(styled ? line.toAnsi(on) : line.toString()));
    on.writer().println();
    on.flush();
  }

  private void print(Iterable<AttributedString> lines) {
    lines.forEach(out::println);
    out.flush();
  }

  private static Page page(Terminal terminal) {
    int columns = terminal.getSize().getColumns();
    return new Page(columns > 0 ? columns : 80);
  }

  private void answerLines(Responder responder, Locale locale) {
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    var dialogue = new Dialogue(responder, locale);
    boolean first = true;
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.strip().equals(Chat.QUIT)) {
          return;
        }
        if (line.isBlank()) {
          continue;
        }
        if (!first) {
          out.println();
        }
        first = false;
        print(Page.PLAIN.lines(dialogue.say(line.strip()), dialogue.keys()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read standard input", e);
    }
  }
}
