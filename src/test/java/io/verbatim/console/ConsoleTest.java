package io.verbatim.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.answer.Exchange;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.bot.Note;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Request;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConsoleTest {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final String CTRL_P = "\u0010";

  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void answersLineByLineInUtf8() throws Exception {
    var in = "  Qui est-ce, l’été?  \n\n \nWho?\n".getBytes(StandardCharsets.UTF_8);

    converse(Console.lines(new ByteArrayInputStream(in), print()));

    assertEquals(List.of("Qui est-ce, l’été?", "Who?"), asked);
    assertEquals("┃ Bées dance.\n  ¶ 1 of 1\n\n┃ Bées dance.\n  ¶ 1 of 1\n", written());
  }

  @Test
  void pipedChatEndsAtQuit() throws Exception {
    var in = "Who?\n/quit\nWhen?\n".getBytes(StandardCharsets.UTF_8);

    converse(Console.lines(new ByteArrayInputStream(in), print()));

    assertEquals(List.of("Who?"), asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "deutsch"})
  void pipedChatListsWhatCanBeTypedInPlaceOfPressing(String typed) {
    var in = ("/language\n" + typed + "\n").getBytes(StandardCharsets.UTF_8);
    var pressed = new ArrayList<String>();
    List<Reply.Button> row =
        List.of(new Reply.Button.Press("English", "len"), new Reply.Button.Press("Deutsch", "lde"));

    try (var console = Console.lines(new ByteArrayInputStream(in), print())) {
      console.converse(
          request -> {
            if (request instanceof Request.Press(var data, _)) {
              pressed.add(data);
              return Reply.say("Hallo!");
            }
            return new Reply(List.of(new Reply.Say("Which?")), List.of(row));
          },
          Locale.ENGLISH,
          folder.resolve("history"));
    }

    assertEquals(List.of("lde"), pressed);
    assertEquals("Which?\n  [1] English  [2] Deutsch\n\nHallo!\n", written());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/quit\r", CTRL_D, CTRL_C})
  void chatGreetsAnswersAndEnds(String ending) throws Exception {
    converse(chat("Who's that?\r\r" + ending, true));

    assertEquals(List.of("/start", "Who's that?"), asked);
    assertTrue(written().contains("┃ \u001b[1mBées dance.\u001b[0m"), written());
    assertTrue(written().contains("Ctrl-D or /quit leaves."), written());
  }

  @Test
  void ctrlCDropsTheLineOnly() throws Exception {
    var typist = new Typist(out, "> ", "never mi", "mi", CTRL_C, "> ", "Who?\r/quit\r");

    converse(chat(typist, true));

    assertEquals(List.of("/start", "Who?"), asked);
  }

  @Test
  void exclamationMarksAreNoHistoryCommands() throws Exception {
    converse(chat("No!! Really \\ \"that\r/quit\r", true));

    assertEquals(List.of("/start", "No!! Really \\ \"that"), asked);
  }

  @Test
  void historyOutlivesTheChat() throws Exception {
    converse(chat("Who?\r/quit\r", true));
    asked.clear();

    converse(chat(CTRL_P + CTRL_P + "\r/quit\r", true));

    assertEquals(List.of("/start", "Who?"), asked);
  }

  @Test
  void chatWorksWhereNoHistoryCanBeKept() throws Exception {
    Files.writeString(folder.resolve("state"), "a file, not a folder");

    converse(chat("Who?\r/quit\r", true));

    assertEquals(List.of("/start", "Who?"), asked);
  }

  @Test
  void withoutStylesNothingIsBold() throws Exception {
    converse(chat("Who?\r/quit\r", false));

    assertTrue(written().contains("┃ Bées dance."), written());
    assertFalse(written().contains("\u001b[1m"), written());
  }

  @Test
  void everyQuestionComesWithTheExchangeBeforeIt() {
    var before = new ArrayList<Optional<Exchange>>();
    var dialogue =
        new Dialogue(
            request -> {
              var message = (Request.Message) request;
              before.add(message.reader().memory().exchange());
              return message.text().startsWith("/")
                  ? Reply.say("Help!")
                  : Reply.of(List.of())
                      .noting(List.of(new Note.Exchanged(new Exchange(message.text()))));
            },
            Locale.ENGLISH);

    List.of("Who?", "/help", "Why?").forEach(dialogue::say);
    dialogue.say("When?");

    assertEquals(
        List.of(
            Optional.empty(),
            Optional.of(new Exchange("Who?")),
            Optional.of(new Exchange("Who?")),
            Optional.of(new Exchange("Why?"))),
        before);
  }

  @ParameterizedTest
  @ValueSource(strings = {">", "1", "more", " MORE "})
  void whatStandsForAButtonPressesIt(String typed) {
    var pressed = new ArrayList<String>();
    var dialogue =
        new Dialogue(
            request -> {
              if (request instanceof Request.Press(var data, _)) {
                pressed.add(data);
                return Reply.notice("Thank you.");
              }
              List<Reply.Button> row =
                  List.of(new Reply.Button.Press("▶", "next"), new Reply.Button.Press("More", "m"));
              return new Reply(List.of(new Reply.Say("…")), List.of(row));
            },
            Locale.ENGLISH);

    dialogue.say("Who?");
    dialogue.say(typed);
    dialogue.say(typed);

    String data = typed.equals(">") ? "next" : "m";
    assertEquals(List.of(data, data), pressed); // a notice leaves the buttons where they are
  }

  private void converse(Console console) {
    try (console) {
      console.converse(
          request -> reply((Request.Message) request),
          Locale.ENGLISH,
          folder.resolve("state").resolve("history"));
    }
  }

  private Reply reply(Request.Message message) {
    asked.add(message.text());
    String text = "Bées dance.";
    var span = new Span(0, text.length());
    var quote =
        new Quote(
            "bees.txt",
            "Bees",
            Optional.empty(),
            1,
            1,
            span,
            text,
            Optional.of(span),
            Optional.empty());
    return Reply.of(List.of(new Reply.Quotation(quote, false, "¶ 1 of 1")));
  }

  private Console chat(String typed, boolean styled) throws IOException {
    return chat(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), styled);
  }

  private Console chat(InputStream in, boolean styled) throws IOException {
    Terminal terminal = new ExternalTerminal("test", "xterm", in, out, StandardCharsets.UTF_8);
    terminal.setSize(Size.of(80, 24));
    return new Console(in, print(), Optional.of(terminal), styled);
  }

  private PrintStream print() {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
