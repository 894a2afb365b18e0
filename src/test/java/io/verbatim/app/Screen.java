package io.verbatim.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sets a message of the bot as lines of plain text, with its entities and its buttons. */
final class Screen {
  private static final int COLUMNS = 92;

  private Screen() {}

  /** A message as it is sent or edited: its text, then its rows of buttons. */
  static List<String> lines(JsonNode message) {
    return Stream.concat(
            text(message.path("text").asText(), message.path("entities")).stream(),
            buttons(message.path("reply_markup")).stream())
        .toList();
  }

  /**
   * A text with its entities: quotes behind a bar, which is broken where they may be folded, bold
   * in two stars, underlined in two low lines, struck through in two tildes, links in brackets.
   */
  static List<String> text(String text, JsonNode entities) {
    var marks = new TreeMap<Integer, String>();
    var bars = new TreeMap<Integer, String>();
    for (JsonNode entity : entities) {
      int start = entity.path("offset").asInt();
      int end = start + entity.path("length").asInt();
      switch (entity.path("type").asText()) {
        case "bold" -> mark(start, end, "**", marks);
        case "underline" -> mark(start, end, "__", marks);
        case "strikethrough" -> mark(start, end, "~~", marks);
        case "text_link" -> {
          marks.merge(start, "[", String::concat);
          marks.merge(end, "](" + entity.path("url").asText() + ")", (old, own) -> own + old);
        }
        case "blockquote" -> bar(start, end, "┃ ", bars);
        case "expandable_blockquote" -> bar(start, end, "┆ ", bars);
        default -> throw new AssertionError("an entity that the bot does not use: " + entity);
      }
    }
    var lines = new ArrayList<String>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      String bar = bars.floorEntry(start) == null ? "" : bars.floorEntry(start).getValue();
      lines.addAll(wrapped(bar, marked(line, start, marks)));
      start += line.length() + 1;
    }
    return lines;
  }

  private static void mark(int start, int end, String mark, Map<Integer, String> marks) {
    marks.merge(start, mark, String::concat);
    marks.merge(end, mark, (old, own) -> own + old);
  }

  private static void bar(int start, int end, String bar, Map<Integer, String> bars) {
    bars.put(start, bar);
    bars.putIfAbsent(end, "");
  }

  private static String marked(String line, int start, Map<Integer, String> marks) {
    var marked = new StringBuilder();
    for (int i = 0; i <= line.length(); i++) {
      marked.append(marks.getOrDefault(start + i, ""));
      if (i < line.length()) {
        marked.append(line.charAt(i));
      }
    }
    return marked.toString();
  }

  private static List<String> wrapped(String bar, String line) {
    var lines = new ArrayList<String>();
    String rest = line;
    while (rest.length() > COLUMNS) {
      int space = rest.lastIndexOf(' ', COLUMNS);
      int cut = space > 0 ? space : COLUMNS;
      lines.add(bar + rest.substring(0, cut));
      rest = rest.substring(cut).stripLeading();
    }
    lines.add((bar + rest).stripTrailing());
    return lines;
  }

  /** Rows of buttons; behind an arrow where a button leads out of the chat. */
  static List<String> buttons(JsonNode markup) {
    var rows = new ArrayList<String>();
    for (JsonNode row : markup.path("inline_keyboard")) {
      var labels = new ArrayList<String>();
      for (JsonNode button : row) {
        String url = button.path("url").asText();
        labels.add("[" + button.path("text").asText() + (url.isEmpty() ? "" : " → " + url) + "]");
      }
      rows.add(labels.stream().collect(Collectors.joining(" ")));
    }
    return rows;
  }
}
