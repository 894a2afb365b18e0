package io.verbatim.telegram;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Makes data of buttons that cannot be forged, moved to another chat or given to another reader: in
 * front of the data stand whom the button is for and a code over chat, owner and data (HMAC-SHA256,
 * its first 72 bits). Safe for use by many threads.
 */
final class Seal {
  /** Bytes that a seal adds to the data. */
  static final int BYTES = 20;

  private static final int OWNER = 8;
  private static final int CODE_BYTES = 9;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Hmac hmac;

  /**
   * @param secret that makes the codes: 32 bytes, the same over restarts
   */
  Seal(byte[] secret) {
    hmac = new Hmac(secret);
  }

  /**
   * Whom a button is for.
   *
   * @param code 8 characters of base64url
   */
  record Owner(String code) {
    /** Anyone in the chat. */
    static final Owner ANYONE = of(0);

    /**
     * The owner of that id, of which the low 48 bits tell: no account has come near them. Who
     * writes in the name of a chat (a negative id) presses as another, so that such buttons are
     * anyone's.
     */
    static Owner of(long id) {
      byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(Math.max(0, id)).array();
      return new Owner(BASE64.encodeToString(Arrays.copyOfRange(bytes, 2, bytes.length)));
    }

    boolean includes(long id) {
      return equals(ANYONE) || equals(of(id));
    }
  }

  /** What a button says, and whom it is for. */
  record Opened(String data, Owner owner) {}

  /** The data as it goes out: {@link #BYTES} more than it has. */
  String close(long chat, Owner owner, String data) {
    return owner.code + code(chat, owner.code, data) + data;
  }

  /** What was closed for that chat; empty if it was not, or not here. */
  Optional<Opened> open(long chat, String sealed) {
    if (sealed.length() <= BYTES) {
      return Optional.empty();
    }
    String owner = sealed.substring(0, OWNER);
    String data = sealed.substring(BYTES);
    boolean genuine =
        MessageDigest.isEqual(
            units(code(chat, owner, data)), units(sealed.substring(OWNER, BYTES)));
    return genuine ? Optional.of(new Opened(data, new Owner(owner))) : Optional.empty();
  }

  private String code(long chat, String owner, String data) {
    byte[] code =
        hmac.of(
            ByteBuffer.allocate(Long.BYTES).putLong(chat).flip(),
            ByteBuffer.wrap(units(owner)),
            ByteBuffer.wrap(units(data)));
    return BASE64.encodeToString(Arrays.copyOf(code, CODE_BYTES));
  }

  /** The UTF-16 units themselves: an encoder would make one of all halves of pairs. */
  private static byte[] units(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }
}
