package io.verbatim.article;

import io.verbatim.article.Block.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The title of an article.
 *
 * @param words the title
 * @param rest the blocks without the one that gave it
 */
record Title(String words, List<Block> rest) {
  /** The first heading of the first level, else a heading that opens the text, else the name. */
  static Title of(String name, List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Heading(int level, String words) && (level == 1 || i == 0)) {
        var rest = new ArrayList<>(blocks);
        rest.remove(i);
        return new Title(onOneLine(words), List.copyOf(rest));
      }
    }
    return new Title(fromName(name), blocks);
  }

  /** Whether a heading says again what the title said, or at least half of it. */
  boolean repeatedBy(String heading) {
    String whole = plain(words);
    String part = plain(heading);
    boolean contained = whole.startsWith(part) || whole.endsWith(part);
    return contained && part.length() * 2 >= whole.length();
  }

  private static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static String onOneLine(String words) {
    return words.replaceAll("\\s+", " ");
  }

  private static String fromName(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    String words = (dot > 0 ? file.substring(0, dot) : file).replaceAll("[-_\\s]+", " ").strip();
    return words.isEmpty() ? name : words;
  }
}
