package io.verbatim.app;

import java.util.regex.Pattern;

/** The last guard before a text reaches a log or a terminal. */
final class Secrets {
  /** Wider than a real token (8 to 10 digits, 35 characters), so that those of tests are hidden. */
  private static final Pattern TOKEN = Pattern.compile("[0-9]{3,20}:[A-Za-z0-9_-]{8,200}");

  private Secrets() {}

  /** A text with everything that looks like a bot's token made unreadable. */
  static String hidden(String text) {
    return text.indexOf(':') < 0 ? text : TOKEN.matcher(text).replaceAll("(token)");
  }
}
