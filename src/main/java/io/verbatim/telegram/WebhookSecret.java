package io.verbatim.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What Telegram proves itself with when it calls the webhook: 32 random bytes, made at each start
 * and kept nowhere. It never shows itself.
 */
final class WebhookSecret {
  private static final int BYTES = 32;

  private final String secret;

  private WebhookSecret(String secret) {
    this.secret = secret;
  }

  static WebhookSecret random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new WebhookSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether these are its characters; takes as long for a near guess as for a bad one. */
  boolean is(String guess) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
  }

  /** The characters themselves: for {@code setWebhook}, and for nothing else. */
  String reveal() {
    return secret;
  }

  /** Says that there is a secret, and no more. */
  @Override
  public String toString() {
    return "WebhookSecret[hidden]";
  }
}
