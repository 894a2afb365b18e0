package io.verbatim.telegram;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Tells words from others without keeping them: a code over message and words ({@link Hmac}, its
 * first 64 bits), from which nobody without the secret can guess them. Safe for use by many
 * threads.
 */
final class WordsCode {
  private final Hmac hmac;

  /**
   * @param secret that makes the codes, the same over restarts
   */
  WordsCode(byte[] secret) {
    hmac = new Hmac(secret);
  }

  /** The code of what a message says; the same words have another one in another message. */
  long of(long chat, int message, String words) {
    byte[] code =
        hmac.of(
            ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(chat).putInt(message).flip(),
            StandardCharsets.UTF_8.encode(words));
    return ByteBuffer.wrap(code).getLong();
  }
}
