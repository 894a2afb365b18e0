package io.verbatim.app;

import java.util.regex.Pattern;

/** A bot's token. Nothing but {@link #reveal} shows it. */
final class Token {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,200}");

  private final String secret;

  /**
   * @param secret as @BotFather gives it; white space around it is dropped
   * @throws IllegalArgumentException if it does not look like a token; the message does not show it
   */
  Token(String secret) {
    this.secret = secret.strip();
    if (!FORM.matcher(this.secret).matches()) {
      throw new IllegalArgumentException("no token: digits, a colon and a key were expected");
    }
  }

  /** The token itself, for the Bot API only. */
  String reveal() {
    return secret;
  }

  @Override
  public String toString() {
    return "Token[hidden]";
  }
}
