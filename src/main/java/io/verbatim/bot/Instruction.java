package io.verbatim.bot;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as a reader typed it.
 *
 * @param command what is to be done
 * @param argument what followed it, without outer white space; empty if nothing did
 */
record Instruction(Command command, String argument) {
  private static final Pattern SLASHED = Pattern.compile("/(\\w+)(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern BARE =
      Pattern.compile(
          "help|summary(?:\\s+(?:short|medium|long|outline|\\d{1,3}|about\\s.+))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /**
   * The command in a text: with its slash, or the bare word where that can be no question; empty if
   * it is none that we have.
   */
  static Optional<Instruction> read(String text) {
    Matcher typed = SLASHED.matcher(BARE.matcher(text).matches() ? "/" + text : text);
    if (!typed.matches()) {
      return Optional.empty();
    }
    String argument = typed.group(2) == null ? "" : typed.group(2).strip();
    return Command.of(typed.group(1)).map(command -> new Instruction(command, argument));
  }
}
