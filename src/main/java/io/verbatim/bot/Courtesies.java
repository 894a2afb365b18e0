package io.verbatim.bot;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What people say to be polite, which is no question to the article. Only a whole message counts;
 * "hi, who is he?" is a question.
 */
final class Courtesies {
  private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}\\s]+");
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.|t\\.me/)\\S+", Pattern.CASE_INSENSITIVE);

  /** Longer than any question that people ask. */
  private static final int WALL = 500;

  /** Phrases without marks, in lower case, to keys of the reply. */
  private static final Map<String, String> PHRASES = phrases();

  private Courtesies() {}

  /** The key of what to say to a message that is no question; empty if it may be one. */
  static Optional<String> key(String message) {
    if (LINK.matcher(message).matches()) {
      return Optional.of("courtesy.link");
    }
    if (message.length() > WALL) {
      return Optional.of("courtesy.wall");
    }
    if (!message.isBlank() && message.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.of("courtesy.wordless");
    }
    return Optional.ofNullable(PHRASES.get(plain(message)));
  }

  private static Map<String, String> phrases() {
    var properties = new Properties();
    try (InputStream in = Courtesies.class.getResourceAsStream("courtesies.properties")) {
      if (in == null) {
        throw new IllegalStateException("courtesies.properties is not in the program");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read courtesies.properties", e);
    }
    var phrases = new HashMap<String, String>();
    properties
        .stringPropertyNames()
        .forEach(key ->
            Arrays.stream(properties.getProperty(key).split("\\|"))
                .forEach(phrase -> phrases.put(plain(phrase), "courtesy." + key)));
    return Map.copyOf(phrases);
  }

  private static String plain(String text) {
    return MARKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
