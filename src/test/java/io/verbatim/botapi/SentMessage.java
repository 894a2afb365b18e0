package io.verbatim.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;

/**
 * A message as its chat shows it.
 *
 * @param chat where it is
 * @param id in that chat
 * @param text as last sent or edited
 * @param parameters of the request that made it or edited it last
 */
public record SentMessage(long chat, int id, String text, ObjectNode parameters) {
  /** The message that it replies to, if any. */
  public OptionalInt repliesTo() {
    JsonNode question = parameters.path("reply_parameters").path("message_id");
    return question.isInt() ? OptionalInt.of(question.asInt()) : OptionalInt.empty();
  }

  /** The words under the entities of a type, in order. */
  public List<String> words(String type) {
    var words = new ArrayList<String>();
    for (JsonNode entity : parameters.path("entities")) {
      if (entity.path("type").asText().equals(type)) {
        int offset = entity.path("offset").asInt();
        words.add(text.substring(offset, offset + entity.path("length").asInt()));
      }
    }
    return words;
  }

  /**
   * The data of the button of that label.
   *
   * @throws NoSuchElementException if there is none
   */
  public String button(String label) {
    for (JsonNode row : parameters.at("/reply_markup/inline_keyboard")) {
      for (JsonNode button : row) {
        if (button.path("text").asText().equals(label) && button.has("callback_data")) {
          return button.path("callback_data").asText();
        }
      }
    }
    throw new NoSuchElementException("no button " + label + " under " + parameters);
  }

  /** The data of its buttons, in reading order. */
  public List<String> buttons() {
    return parameters.path("reply_markup").findValuesAsText("callback_data");
  }
}
