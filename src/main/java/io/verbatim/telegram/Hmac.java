package io.verbatim.telegram;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that nobody can make or check without the secret: HMAC-SHA256 (RFC 2104). Safe for use by
 * many threads.
 */
final class Hmac {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param secret that makes the codes: 32 bytes, the same over restarts
   */
  Hmac(byte[] secret) {
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** The 32 bytes of the code over some bytes, one after the other. */
  byte[] of(ByteBuffer... parts) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (ByteBuffer part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has " + ALGORITHM, e);
    }
  }
}
