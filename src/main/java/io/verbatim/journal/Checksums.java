package io.verbatim.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * A checksum for each block of a file, in a file of its own. Where one bit of a block is wrong, it
 * tells which.
 */
final class Checksums implements AutoCloseable {
  private static final long NONE = 0;

  private final Path path;
  private final FileChannel channel;
  private final ByteBuffer entry = ByteBuffer.allocateDirect(Long.BYTES);

  private Checksums(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * How a file is divided into blocks, from 0.
   *
   * @param head length of the first block; 0 if it is as long as the others
   * @param size length of every other block, in bytes
   */
  record Blocks(int head, int size) {
    private long start(int block) {
      return head == 0 ? (long) block * size : block == 0 ? 0 : head + (block - 1L) * size;
    }

    private int length(int block) {
      return block == 0 && head > 0 ? head : size;
    }
  }

  /**
   * A bit that is wrong.
   *
   * @param at byte of the file that it belongs to
   * @param mask of it in the byte
   */
  record Wrong(long at, int mask) {}

  /**
   * What is not as it was written.
   *
   * @param wrong the bit in each block that has one wrong bit
   * @param others number of blocks that differ otherwise
   */
  record Findings(List<Wrong> wrong, int others) {}

  /** Opens a file of checksums, or makes it. */
  static Checksums open(Path file) throws IOException {
    Folder.make(file);
    return new Checksums(
        file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** Notes the checksum of a block. */
  void put(int block, long checksum) throws IOException {
    entry.clear().putLong(checksum).flip();
    channel.write(entry, (long) block * Long.BYTES);
  }

  /** Returns when what was noted is on disk. */
  void force() throws IOException {
    channel.force(false);
  }

  /** Forgets what was noted. */
  void clear() throws IOException {
    channel.truncate(0);
  }

  /** Forgets what was noted, if need be with its file; then nothing more can be noted. */
  void discard() throws IOException {
    try {
      clear();
      force();
    } catch (IOException e) {
      Files.deleteIfExists(path);
    }
  }

  boolean isEmpty() throws IOException {
    return channel.size() == 0;
  }

  /** Marks the checksums, until one more is noted, as those of a file as it is now. */
  void seal(Path of) throws IOException {
    Files.setLastModifiedTime(path, Files.getLastModifiedTime(of));
  }

  /** Whether they are marked so, and the file has not been written since. */
  boolean isSealed(Path of) throws IOException {
    return changed(path) == changed(of);
  }

  private static long changed(Path path) throws IOException {
    return Files.getLastModifiedTime(path).toMillis();
  }

  /**
   * Compares a file with what is noted of it.
   *
   * @param counts whether a block is to be looked at
   */
  Findings compare(FileChannel file, Blocks blocks, IntPredicate counts) throws IOException {
    var bits = new WrongBit();
    var wrong = new ArrayList<Wrong>();
    int others = 0;
    long most = (file.size() / blocks.size + 1) * Long.BYTES;
    var noted = ByteBuffer.allocate(Math.toIntExact(Math.min(most, channel.size())));
    channel.read(noted, 0);
    noted.flip();
    var content = ByteBuffer.allocateDirect(WrongBit.LONGEST);
    for (int block = 0; noted.remaining() >= Long.BYTES; block++) {
      long checksum = noted.getLong();
      int length = blocks.length(block);
      long end = blocks.start(block) + length;
      if (checksum == NONE || !counts.test(block) || end > file.size()) {
        continue;
      }
      content.clear().limit(length);
      file.read(content, blocks.start(block));
      long change = WrongBit.checksum(content.flip()) ^ checksum;
      if (Long.bitCount(change) <= 1) {
        continue; // all is well, or the checksum itself has a wrong bit
      }
      OptionalInt bit = bits.find(change);
      if (bit.isPresent()) {
        int mask = 1 << bit.getAsInt() % Byte.SIZE;
        wrong.add(new Wrong(end - 1 - bit.getAsInt() / Byte.SIZE, mask));
      } else {
        others++;
      }
    }
    return new Findings(wrong, others);
  }

  /** Puts bits of a file right, and returns when that is on disk. */
  static void mend(FileChannel file, List<Wrong> bits) throws IOException {
    if (bits.isEmpty()) {
      return;
    }
    var octet = ByteBuffer.allocate(1);
    for (Wrong bit : bits) {
      file.read(octet.clear(), bit.at);
      octet.put(0, (byte) (octet.get(0) ^ bit.mask));
      file.write(octet.flip(), bit.at);
    }
    file.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
