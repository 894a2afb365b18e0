package io.verbatim.telegram;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells words from others without keeping them: a code over message and words (HMAC-SHA256, its
 * first 64 bits), from which nobody without the secret can guess them. Safe for use by many
 * threads.
 */
final class WordsCode {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param secret that makes the codes, the same over restarts
   */
  WordsCode(byte[] secret) {
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** The code of what a message says; the same words have another one in another message. */
  long of(long chat, int message, String words) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(
          ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(chat).putInt(message).flip());
      return ByteBuffer.wrap(mac.doFinal(words.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has " + ALGORITHM, e);
    }
  }
}
