package io.verbatim.bot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What readers can command. The parser, {@code /help}, the Telegram menu and the table in README
 * are made from this list.
 */
public enum Command {
  /** Says what the bot is for. */
  START(""),
  /** Lists the commands. */
  HELP(""),
  /** Answers a question; the way to ask in a group. */
  ASK("question"),
  /** Gives the article in its own sentences. */
  SUMMARY("short|medium|long|outline|n|about …"),
  /** Shows title, source, length and sections. */
  ARTICLE(""),
  /** Shows a paragraph. */
  QUOTE("n"),
  /** Tells whether words stand in the article. */
  VERIFY("words"),
  /** Changes the language of the interface. */
  LANGUAGE(""),
  /** Forgets what is remembered of the reader. */
  FORGET(""),
  /** Says what is stored. */
  PRIVACY(""),
  /** Says what answers, and of which version it is. */
  ABOUT(""),
  /** Shows figures to the operator's own people; nobody else is told that it exists. */
  STATS("");

  private final String argument;

  Command(String argument) {
    this.argument = argument;
  }

  /** The commands that readers are told of. */
  public static List<Command> listed() {
    return Arrays.stream(values()).filter(command -> command != STATS).toList();
  }

  /** As typed, with its slash: {@code /ask}. */
  public String slashed() {
    return "/" + word();
  }

  /** As typed, without its slash: {@code ask}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What may follow it, for people to read; empty if nothing may. */
  public String argument() {
    return argument;
  }

  /** The command of that word, in any case, without slash; empty if there is none. */
  public static Optional<Command> of(String word) {
    return Arrays.stream(values()).filter(c -> c.word().equalsIgnoreCase(word)).findFirst();
  }
}
