package io.verbatim.bot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people say to be polite, which is no question to the article. Only a whole message counts;
 * "hi, who is he?" is a question.
 */
final class Courtesies {
  private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}\\s]+");
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.|t\\.me/)\\S+", Pattern.CASE_INSENSITIVE);

  private static final int WALL = 500;

  /** Keys of what people say, to keys of the reply. */
  private static final Map<String, String> KINDS =
      Map.of(
          "phrases.greeting", "courtesy.greeting",
          "phrases.thanks", "courtesy.thanks",
          "phrases.identity", "courtesy.identity",
          "phrases.farewell", "courtesy.farewell");

  /** Phrases of all languages, without marks, in lower case, to keys of the reply. */
  private static final Map<String, String> PHRASES = phrases();

  private Courtesies() {}

  /** The key of what to say to a message that is no question; empty if it may be one. */
  static Optional<String> key(String message) {
    if (LINK.matcher(message).matches()) {
      return Optional.of("courtesy.link");
    }
    if (isWall(message)) {
      return Optional.of("courtesy.wall");
    }
    if (!message.isBlank() && message.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.of("courtesy.wordless");
    }
    return Optional.ofNullable(PHRASES.get(plain(message)));
  }

  /** Whether a text is longer than any question that people ask. */
  static boolean isWall(String text) {
    return text.length() > WALL;
  }

  private static Map<String, String> phrases() {
    var phrases = new HashMap<String, String>();
    for (String language : Wishes.LANGUAGES) {
      var wording = Wording.of(Locale.of(language));
      KINDS.forEach((kind, reply) ->
          Arrays.stream(wording.say(kind).split("\\|"))
              .forEach(phrase -> phrases.put(plain(phrase), reply)));
    }
    return Map.copyOf(phrases);
  }

  private static String plain(String text) {
    return MARKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
