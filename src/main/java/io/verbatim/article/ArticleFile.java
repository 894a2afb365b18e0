package io.verbatim.article;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file, decoded strictly: not one character is replaced. */
final class ArticleFile {
  private static final int LARGEST_MIB = 16;

  private ArticleFile() {}

  /**
   * The whole text of a file, line breaks as they are.
   *
   * @param name what the file is called in a refusal
   * @throws UnreadableArticlesException if it is unreadable, over 16 MiB, empty or not UTF-8
   */
  static String text(String name, Path file) {
    try {
      if (Files.size(file) > LARGEST_MIB << 20) {
        throw refused(name, 1, "is larger than " + LARGEST_MIB + " MiB; split it");
      }
      return decode(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UnreadableArticlesException(Refusal.unreadable(name, e));
    }
  }

  private static String decode(String name, byte[] bytes) {
    if (bytes.length == 0) {
      throw refused(name, 1, "is empty; write a title and a text");
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is malformed
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (decoder.decode(in, out, true).isError()) {
      throw refused(name, lineAt(bytes, in.position()), "is not UTF-8 here; save it as UTF-8");
    }
    return out.flip().toString();
  }

  private static int lineAt(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      boolean returnAlone = bytes[i] == '\r' && (i + 1 == position || bytes[i + 1] != '\n');
      if (bytes[i] == '\n' || returnAlone) {
        line++;
      }
    }
    return line;
  }

  private static UnreadableArticlesException refused(String name, int line, String reason) {
    return new UnreadableArticlesException(new Refusal(name, line, reason));
  }
}
