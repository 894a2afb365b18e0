package io.verbatim.journal;

import static io.verbatim.journal.LogFrames.FRAME;
import static io.verbatim.journal.LogFrames.FRAME_HEADER;
import static io.verbatim.journal.LogFrames.FRAME_SALTS;
import static io.verbatim.journal.LogFrames.HEADER;
import static io.verbatim.journal.LogFrames.PAGE;
import static io.verbatim.journal.LogFrames.SALTS;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntUnaryOperator;

/**
 * Mends wrong bits in the write-ahead log which a killed bot left. SQLite stops reading at the
 * first frame whose checksum is wrong, and so loses every later one without a word.
 *
 * <p>The checksum is linear in the words that it adds up (<a
 * href="https://www.sqlite.org/fileformat2.html#walformat">SQLite's file format, section 4</a>), so
 * that its difference mostly names the bit that is wrong, if it is one. Where it does not, but the
 * next frame goes on from the checksum, the frame had been written whole: it stays as it is and
 * gets a checksum that fits; what the page is worth shows when the file is looked through. A frame
 * that is torn ends the log, as it does for SQLite. To be used while nobody has the file open.
 */
final class LogMending {
  private static final int WORD = Integer.BYTES;
  private static final int HEADER_SUM = 24;
  private static final int FRAME_SUM = 16;

  /** Words of the frame's header that the checksum adds up. */
  private static final int SUMMED = 2;

  /** What every log begins with on a machine of this order of bytes: magic, version, page size. */
  private static final int[] BEGINNING = {
    ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? 0x377f0683 : 0x377f0682, 3_007_000, PAGE
  };

  /** Most significant byte first, as numbers are stored. */
  private final ByteBuffer numbers;

  /** The same bytes, as the checksum reads them. */
  private final ByteBuffer words;

  private int mended;

  private LogMending(ByteBuffer bytes) {
    numbers = bytes;
    words = bytes.duplicate().order(ByteOrder.nativeOrder());
  }

  /** A checksum; also its state on the way. */
  private record Sum(int first, int second) {
    Sum plus(int one, int other) {
      int sum = first + one + second;
      return new Sum(sum, second + other + sum);
    }
  }

  /**
   * Mends a log, if there is one.
   *
   * @return in how many places it was wrong
   */
  static int mend(Path log) throws IOException {
    if (Files.notExists(log) || Files.size(log) < HEADER) {
      return 0;
    }
    try (var arena = Arena.ofConfined();
        var file = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var memory = file.map(MapMode.READ_WRITE, 0, file.size(), arena);
      var mending = new LogMending(memory.asByteBuffer());
      mending.mend();
      memory.force();
      return mending.mended;
    }
  }

  private void mend() {
    for (int word = 0; word < BEGINNING.length; word++) {
      if (numbers.getInt(word * WORD) != BEGINNING[word]) {
        numbers.putInt(word * WORD, BEGINNING[word]);
        mended++;
      }
    }
    Sum header = headerSum();
    boolean fits = header.equals(stored(HEADER_SUM));
    Sum sum = fits || goesOn(header, HEADER) ? header : stored(HEADER_SUM);
    int end = HEADER;
    while (belongs(end)) {
      Sum found = sum(sum, end);
      Sum stored = stored(end + FRAME_SUM);
      boolean goesOn = goesOn(stored, end + FRAME);
      if (found.equals(stored)) {
        sum = stored;
      } else if (!goesOn && distance(found, stored) == 1) {
        put(end + FRAME_SUM, found);
        mended++;
        sum = found;
      } else if (flip(end, stored.first - found.first, stored.second - found.second)) {
        mended++;
        sum = stored;
      } else if (goesOn) {
        fits = false;
        sum = stored;
      } else {
        break;
      }
      end += FRAME;
    }
    if (!fits) {
      mended++;
      fit(end);
    }
  }

  /** Gives the header and all frames before the end checksums that fit. */
  private void fit(int end) {
    Sum sum = headerSum();
    put(HEADER_SUM, sum);
    for (int at = HEADER; at < end; at += FRAME) {
      sum = sum(sum, at);
      put(at + FRAME_SUM, sum);
    }
  }

  /** Whether a frame stands there whole that is of this log and not of an earlier one. */
  private boolean belongs(int at) {
    if (at + FRAME > numbers.capacity()) {
      return false;
    }
    long expected = numbers.getLong(SALTS);
    int wrong = Long.bitCount(expected ^ numbers.getLong(at + FRAME_SALTS));
    if (wrong == 1) {
      numbers.putLong(at + FRAME_SALTS, expected);
      mended++;
    }
    return wrong <= 1;
  }

  /** Whether the frame there has a checksum that goes on from this one. */
  private boolean goesOn(Sum sum, int at) {
    return at + FRAME <= numbers.capacity() && sum(sum, at).equals(stored(at + FRAME_SUM));
  }

  /** Flips the one bit of a frame that changes its checksum by so much, if it is one. */
  private boolean flip(int at, int first, int second) {
    // By what a one in an even word and one in an odd word count in the two halves of the checksum:
    // the more words come after it, the more.
    Sum even = new Sum(1, 1);
    Sum odd = new Sum(0, 1);
    int place = 0;
    int flip = 0;
    for (int word = SUMMED + PAGE / WORD - 1; word >= 0; word--) {
      Sum factors = word % 2 == 0 ? even : odd;
      int present = words.getInt(place(at, word));
      for (int bit = 1; bit != 0; bit <<= 1) {
        int change = (present & bit) == 0 ? bit : -bit;
        if (factors.first * change == first && factors.second * change == second) {
          if (flip != 0) {
            return false; // it may be either
          }
          place = place(at, word);
          flip = bit;
        }
      }
      if (word % 2 == 0) {
        even = even.plus(0, 0);
        odd = odd.plus(0, 0);
      }
    }
    words.putInt(place, words.getInt(place) ^ flip);
    return flip != 0;
  }

  private Sum headerSum() {
    return sum(new Sum(0, 0), HEADER_SUM / WORD, word -> word * WORD);
  }

  /** The checksum of the frame there, going on from that of what comes before. */
  private Sum sum(Sum before, int at) {
    return sum(before, SUMMED + PAGE / WORD, word -> place(at, word));
  }

  private Sum sum(Sum before, int number, IntUnaryOperator place) {
    Sum sum = before;
    for (int word = 0; word < number; word += 2) {
      sum =
          sum.plus(words.getInt(place.applyAsInt(word)), words.getInt(place.applyAsInt(word + 1)));
    }
    return sum;
  }

  /** Where a word of a frame stands that the checksum adds up. */
  private static int place(int at, int word) {
    return at + word * WORD + (word < SUMMED ? 0 : FRAME_HEADER - SUMMED * WORD);
  }

  private Sum stored(int at) {
    return new Sum(numbers.getInt(at), numbers.getInt(at + WORD));
  }

  private void put(int at, Sum sum) {
    numbers.putInt(at, sum.first).putInt(at + WORD, sum.second);
  }

  private static int distance(Sum one, Sum other) {
    return Integer.bitCount(one.first ^ other.first) + Integer.bitCount(one.second ^ other.second);
  }
}
