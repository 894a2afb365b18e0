package io.verbatim.telegram;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a bot proves itself with, as @BotFather gives it. It never shows itself: not in {@link
 * #toString}, not in a message of an exception.
 */
public final class Token {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,200}");

  private static final String ALGORITHM = "HmacSHA256";

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

  /**
   * A secret of the bot's own for some purpose: 32 bytes that tell nothing about the token, the
   * same for as long as the token is the same.
   */
  byte[] derive(String purpose) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has " + ALGORITHM, e);
    }
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
