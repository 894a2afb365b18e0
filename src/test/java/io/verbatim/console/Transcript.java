package io.verbatim.console;

import io.verbatim.bot.Command;
import io.verbatim.bot.Reader;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Request;
import io.verbatim.bot.Responder;
import io.verbatim.bot.Suggester;
import io.verbatim.bot.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;

/** A chat as a terminal shows it. */
public final class Transcript {
  /** What is typed in any chat of a messenger to have suggestions, before the words. */
  private static final String INLINE = "@verbatim_bot";

  /** What happens in place of typing when the bot comes into a group. */
  private static final String ADDED = "(added to a group)";

  private final List<AttributedString> shown = new ArrayList<>();
  private final Responder responder;
  private final Suggester suggester;
  private final Dialogue dialogue;
  private final Page page;

  /**
   * @param responder answers
   * @param suggester suggests
   * @param columns width of the terminal
   */
  public Transcript(Responder responder, Suggester suggester, int columns) {
    this.responder = responder;
    this.suggester = suggester;
    this.dialogue = new Dialogue(responder, Locale.ENGLISH);
    this.page = new Page(columns);
  }

  /** The greeting. */
  public Transcript greet() {
    show(answer(Command.START.slashed()));
    show(page.aside(Wording.of(Locale.ENGLISH).say("console.leave")));
    return this;
  }

  /** What is typed, which stands behind {@code "> "}, and what the bot says to it. */
  public Transcript say(List<String> typed) {
    for (String text : typed) {
      shown.add(new AttributedString("> " + text));
      if (text.startsWith(INLINE)) {
        show(suggestions(text.substring(INLINE.length()).strip()));
      } else if (text.equals(ADDED)) {
        Reply hello = responder.respond(new Request.Welcomed(Reader.of(Locale.ENGLISH)));
        show(page.lines(hello));
      } else if (!text.equals(Chat.QUIT)) {
        show(answer(text));
      }
    }
    return this;
  }

  /** The lines so far, without bold and faint. */
  public List<String> lines() {
    return shown.stream().map(AttributedString::toString).toList();
  }

  /** The lines so far as a picture. */
  public String picture() {
    return Picture.of(shown, page.width());
  }

  private List<AttributedString> answer(String text) {
    Reply reply = dialogue.say(text);
    return page.lines(reply, dialogue.keys());
  }

  private List<AttributedString> suggestions(String words) {
    var lines = new ArrayList<AttributedString>();
    suggester
        .suggest(words, Reader.of(Locale.ENGLISH))
        .forEach(suggestion -> {
          lines.addAll(page.lines(Reply.say(suggestion.title())));
          page.lines(Reply.say(suggestion.description())).stream()
              .limit(2)
              .forEach(line ->
                  lines.add(
                      AttributedString.join(
                          AttributedString.EMPTY, new AttributedString("    "), line)));
        });
    return lines;
  }

  private void show(List<AttributedString> lines) {
    shown.addAll(lines);
    shown.add(AttributedString.EMPTY);
  }
}
