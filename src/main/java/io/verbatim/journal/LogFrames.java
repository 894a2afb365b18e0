package io.verbatim.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Reads what transactions have written to SQLite's write-ahead log, each time from where it left
 * off (<a href="https://www.sqlite.org/fileformat2.html#walformat">SQLite's file format, section
 * 4</a>). The log may be in use meanwhile, by the caller's own transactions alone.
 */
final class LogFrames implements AutoCloseable {
  static final int HEADER = 32;
  static final int FRAME_HEADER = 24;
  static final int PAGE = 4096;
  static final int FRAME = FRAME_HEADER + PAGE;

  /** Where the salts stand in the header of the log. */
  static final int SALTS = 16;

  /** Where they stand in that of a frame. */
  static final int FRAME_SALTS = 8;

  private static final int PAGES_AFTER_COMMIT = 4;

  private final Path log;
  private final ByteBuffer header = ByteBuffer.allocateDirect(HEADER);
  private final ByteBuffer frame = ByteBuffer.allocateDirect(FRAME);
  private @Nullable FileChannel channel;

  /** What tells the frames of this log from those of an earlier one in the same file. */
  private long salts;

  private int next;

  LogFrames(Path log) {
    this.log = log;
  }

  /** Takes what was written. */
  interface Taker {
    /** The log begins anew. */
    void begin(ByteBuffer header) throws IOException;

    /**
     * A page was written.
     *
     * @param number of the frame, from 0
     * @param page number of the page, from 1
     * @param bytes of the frame: its header and the page
     */
    void take(int number, int page, ByteBuffer bytes) throws IOException;
  }

  /** Gives all frames of whole transactions that it has not given yet, and tells how many. */
  int read(Taker taker) throws IOException {
    if (channel == null && Files.exists(log)) {
      channel = FileChannel.open(log, StandardOpenOption.READ);
    }
    return channel == null ? 0 : read(channel, taker);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  private int read(FileChannel channel, Taker taker) throws IOException {
    if (channel.size() < HEADER) {
      return 0;
    }
    fill(header, HEADER, channel, 0);
    if (next == 0 || header.getLong(SALTS) != salts) {
      salts = header.getLong(SALTS);
      next = 0;
      taker.begin(header);
    }
    int from = next;
    for (int end = end(channel); next < end; next++) {
      fill(frame, FRAME, channel, place(next));
      taker.take(next, frame.getInt(0), frame);
    }
    return next - from;
  }

  /** One past the last frame that ends a transaction. */
  private int end(FileChannel channel) throws IOException {
    int end = next;
    long size = channel.size();
    for (int number = next; place(number + 1) <= size; number++) {
      fill(frame, FRAME_HEADER, channel, place(number));
      if (frame.getLong(FRAME_SALTS) != salts || frame.getInt(0) < 1) {
        break;
      }
      if (frame.getInt(PAGES_AFTER_COMMIT) != 0) {
        end = number + 1;
      }
    }
    return end;
  }

  private static void fill(ByteBuffer buffer, int length, FileChannel channel, long at)
      throws IOException {
    channel.read(buffer.clear().limit(length), at);
    buffer.flip();
  }

  private static long place(int frame) {
    return HEADER + (long) frame * FRAME;
  }
}
