package io.verbatim.console;

import io.verbatim.bot.Command;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Responder;
import io.verbatim.bot.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;

/** A chat as a terminal shows it, without bold and faint. */
public final class Transcript {
  private final List<String> shown = new ArrayList<>();
  private final Dialogue dialogue;
  private final Page page;

  private Transcript(Responder responder, int columns) {
    this.dialogue = new Dialogue(responder, Locale.ENGLISH);
    this.page = new Page(columns);
  }

  /**
   * The lines of a chat, from the greeting on; what is typed stands behind {@code "> "}.
   *
   * @param responder answers
   * @param typed what the reader types
   * @param columns width of the terminal
   */
  public static List<String> of(Responder responder, List<String> typed, int columns) {
    var transcript = new Transcript(responder, columns);
    transcript.answer(Command.START.slashed());
    transcript.show(transcript.page.aside(Wording.of(Locale.ENGLISH).say("console.leave")));
    for (String text : typed) {
      transcript.shown.add("> " + text);
      if (!text.equals(Chat.QUIT)) {
        transcript.answer(text);
      }
    }
    return transcript.shown;
  }

  private void answer(String text) {
    Reply reply = dialogue.say(text);
    show(page.lines(reply, dialogue.keys()));
  }

  private void show(List<AttributedString> lines) {
    lines.forEach(line -> shown.add(line.toString()));
    shown.add("");
  }
}
