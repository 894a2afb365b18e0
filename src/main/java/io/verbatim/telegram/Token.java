package io.verbatim.telegram;

import java.util.regex.Pattern;

/**
 * What a bot proves itself with, as @BotFather gives it. It never shows itself: not in {@link
 * #toString}, not in a message of an exception.
 */
public final class Token {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,200}");

  private final String secret;

  /**
   * @param secret as given by @BotFather; white space around it is dropped
   * @throws IllegalArgumentException if it does not look like a token
   */
  public Token(String secret) {
    this.secret = secret.strip();
    if (!FORM.matcher(this.secret).matches()) {
      throw new IllegalArgumentException(
          "this is not a bot token: @BotFather gives one that looks like 123456789:AbC-dEf…");
    }
  }

  /** The id of the bot, which is no secret. */
  public String bot() {
    return secret.substring(0, secret.indexOf(':'));
  }

  /** The characters themselves: for the address of a request, and for nothing else. */
  String reveal() {
    return secret;
  }

  /** The text without the token, should it stand there. */
  String redact(String text) {
    return text.replace(secret, "<token>");
  }

  /** Says that there is a token, and no more. */
  @Override
  public String toString() {
    return "Token[hidden]";
  }
}
