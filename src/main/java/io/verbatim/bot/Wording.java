package io.verbatim.bot;

import java.text.Bidi;
import java.text.BreakIterator;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words that readers see, in one language. They stand in {@code wording.properties} and nowhere
 * else; English is shown where a language has no words of its own.
 */
public final class Wording {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final int LONGEST_LABEL = 40;

  private final ResourceBundle bundle;

  private Wording(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The words of a language. */
  public static Wording of(Locale locale) {
    return new Wording(ResourceBundle.getBundle("io.verbatim.bot.wording", locale, NO_FALLBACK));
  }

  /**
   * A text with its gaps filled.
   *
   * @param key of the text
   * @param gaps for {0}, {1}, … as {@link MessageFormat} has them
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String say(String key, Object... gaps) {
    String text = bundle.getString(key);
    if (gaps.length == 0 && text.indexOf('\'') < 0) {
      return text;
    }
    Object[] safe =
        Arrays.stream(gaps)
            .map(gap -> gap instanceof String words ? isolated(words) : gap)
            .toArray();
    return new MessageFormat(text, bundle.getLocale()).format(safe);
  }

  /**
   * A text that is to stand in a line with others. What is written from right to left is enclosed
   * in marks that nobody sees (Unicode: first strong isolate), so that it does not turn the others
   * round.
   */
  static String isolated(String text) {
    char[] units = text.toCharArray();
    return Bidi.requiresBidi(units, 0, units.length) ? "\u2068" + text + "\u2069" : text;
  }

  /** A text as a button can show it: shortened between characters as readers see them. */
  static String label(String text) {
    return shortened(text, LONGEST_LABEL);
  }

  /**
   * A text in so many units, an ellipsis in place of the rest.
   *
   * @param longest UTF-16 units, without the ellipsis
   */
  static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    return text.substring(0, characters.preceding(longest)).stripTrailing() + "…";
  }

  /** How long something takes: seconds by fives up to a minute, else minutes. */
  String time(Duration time) {
    long fives = Math.max(5, Math.ceilDiv(time.toSeconds(), 5) * 5);
    return fives < 60
        ? say("time.seconds", fives)
        : say("time.minutes", Math.round(time.toSeconds() / 60.0));
  }

  /** What a command does, in a line. */
  public String describe(Command command) {
    return say("command." + command.word());
  }
}
