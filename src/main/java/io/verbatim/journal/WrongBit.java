package io.verbatim.journal;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Tells which bit of some bytes is wrong, by a checksum of what they were. What it needs for that
 * is measured when it is asked first, and takes some megabytes. For one thread at a time.
 */
final class WrongBit {
  /** Most bytes that it is found in. */
  static final int LONGEST = LogFrames.FRAME;

  /**
   * Distance of a bit from the end, by how the checksum changes with it. That is the same whatever
   * the other bits are, since a CRC is linear in them.
   */
  private final Map<Long, Integer> distances = new HashMap<>();

  /** Checksum, of 64 bits, of what remains in the buffer; that is left as it is. */
  static long checksum(ByteBuffer bytes) {
    var one = new CRC32();
    one.update(bytes.duplicate());
    var other = new CRC32C();
    other.update(bytes.duplicate());
    return one.getValue() << Integer.SIZE | other.getValue();
  }

  /**
   * How many bits before the last one the wrong one stands, if it is one.
   *
   * @param change the checksum that the bytes have, exclusive or that which they should have
   */
  OptionalInt find(long change) {
    if (distances.isEmpty()) {
      measure();
    }
    Integer distance = distances.get(change);
    return distance == null ? OptionalInt.empty() : OptionalInt.of(distance);
  }

  private void measure() {
    var bytes = ByteBuffer.allocateDirect(LONGEST);
    long zeros = checksum(bytes);
    for (int distance = 0; distance < LONGEST * Byte.SIZE; distance++) {
      int at = LONGEST - 1 - distance / Byte.SIZE;
      bytes.put(at, (byte) (1 << distance % Byte.SIZE));
      distances.put(checksum(bytes) ^ zeros, distance);
      bytes.put(at, (byte) 0);
    }
  }
}
