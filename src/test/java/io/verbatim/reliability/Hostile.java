package io.verbatim.reliability;

import java.util.List;
import java.util.Random;

/**
 * Texts that nobody means well with: query syntax, any Unicode, control characters, lone
 * surrogates, combining marks without end, right to left, and every length.
 */
public final class Hostile {
  private static final int LONGEST = 4096; // Telegram's, in UTF-16 units

  private static final List<String> PIECES =
      List.of(
          "Who was the US ambassador to Russia?",
          "Trump",
          "AND",
          "OR NOT",
          "\"",
          "(((",
          "*:*",
          "field:value~2^5",
          "[a TO z]",
          "\\",
          "/.*/",
          "' OR 1=1 --",
          "${jndi:ldap://127.0.0.1/a}",
          "%s%n%d{}",
          "<b>&amp;</b>",
          "/ask@",
          "/summary 99999999999",
          "/quote -1",
          "\u0000",
          "\r\n",
          "\u202Eevil\u202C",
          "\uD83D",
          "\uDE00",
          "👩‍👩‍👧‍👦",
          "e\u0301\u0301\u0301",
          "كيف",
          "为什么",
          "ﷺ",
          "\u00AD\u200B\uFEFF",
          "wordswithoutanyspacebetweenthem".repeat(10),
          "?!?!",
          "1234567890".repeat(5),
          "What happened to Michael Flynn?");

  private Hostile() {}

  /** A text of 0 to 4,096 UTF-16 units; mostly short ones. */
  public static String text(Random random) {
    int most =
        switch (random.nextInt(20)) {
          case 0 -> 0;
          case 1 -> LONGEST;
          case 2, 3 -> random.nextInt(LONGEST);
          default -> 1 + random.nextInt(200);
        };
    var text = new StringBuilder();
    while (text.length() < most) {
      switch (random.nextInt(6)) {
        case 0 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 2 -> text.append((char) (' ' + random.nextInt(95)));
        default -> text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      if (random.nextInt(3) > 0) {
        text.append(' ');
      }
    }
    return text.substring(0, Math.min(most, text.length()));
  }
}
