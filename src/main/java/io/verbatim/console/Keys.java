package io.verbatim.console;

import io.verbatim.bot.Reply;
import io.verbatim.bot.Reply.Button;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What to type in place of pressing the buttons of a reply: {@code <} and {@code >} to walk, a
 * number or the label for all else. Thumbs are not offered: nobody counts them at a terminal.
 */
final class Keys {
  /** There is nothing to press. */
  static final Keys NONE = new Keys(Reply.of(List.of()));

  private static final Map<String, String> ARROWS = Map.of("◀", "<", "▶", ">");

  private final Map<String, String> data = new LinkedHashMap<>();
  private final List<String> rows = new ArrayList<>();

  private Keys(Reply reply) {
    int number = 0;
    for (List<Button> buttons : reply.buttons()) {
      var row = new ArrayList<String>();
      for (Button button : buttons) {
        if (button instanceof Button.Press(var label, var meant)) {
          String arrow = ARROWS.get(label);
          if (arrow != null) {
            data.put(arrow, meant);
            row.add("[" + arrow + "]");
          } else if (label.codePoints().anyMatch(Character::isLetterOrDigit)) {
            number++;
            data.put(String.valueOf(number), meant);
            data.putIfAbsent(plain(label), meant);
            row.add("[" + number + "] " + label);
          }
        }
      }
      if (!row.isEmpty()) {
        rows.add(String.join("  ", row));
      }
    }
  }

  static Keys of(Reply reply) {
    return new Keys(reply);
  }

  /** The data of the button that a text stands for; empty if it stands for none. */
  Optional<String> press(String typed) {
    return Optional.ofNullable(data.get(plain(typed)));
  }

  /** The keys for people to read, a line for each row of buttons. */
  List<String> rows() {
    return List.copyOf(rows);
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
