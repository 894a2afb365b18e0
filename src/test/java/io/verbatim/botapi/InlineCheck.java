package io.verbatim.botapi;

import static io.verbatim.botapi.RequestCheck.first;
import static io.verbatim.botapi.RequestCheck.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;

/** What is wrong with an answer to an inline query. */
final class InlineCheck {
  private static final int MOST_RESULTS = 50;

  private InlineCheck() {}

  static Optional<String> violation(ObjectNode parameters) {
    JsonNode results = parameters.path("results");
    JsonNode button = parameters.path("button");
    var ids = new HashSet<String>();
    for (JsonNode result : results) {
      Optional<String> violation = result(result);
      if (violation.isPresent()) {
        return violation;
      }
      ids.add(result.path("id").asText());
    }
    return first(
        when(parameters.path("inline_query_id").asText().isEmpty(), "inline_query_id is empty"),
        when(!results.isArray() || results.size() > MOST_RESULTS, "RESULTS_TOO_MUCH"),
        when(ids.size() < results.size(), "RESULT_ID_DUPLICATE"),
        when(parameters.path("cache_time").asInt(-1) < 0, "no cache_time"),
        when(!button.isMissingNode() && !isButton(button), "wrong button " + button));
  }

  private static boolean isButton(JsonNode button) {
    return !button.path("text").asText().isBlank()
        && button.path("start_parameter").asText().matches("[A-Za-z0-9_-]{1,64}");
  }

  private static Optional<String> result(JsonNode result) {
    String id = result.path("id").asText();
    int bytes = id.getBytes(StandardCharsets.UTF_8).length;
    JsonNode content = result.path("input_message_content");
    return first(
        when(!result.path("type").asText().equals("article"), "no article: " + result),
        when(bytes < 1 || bytes > 64, "RESULT_ID_INVALID: " + bytes + " bytes"),
        when(result.path("title").asText().isBlank(), "a result without title"),
        when(content.has("parse_mode"), "parse_mode in a result"),
        when(content.path("message_text").asText().isBlank(), "MESSAGE_EMPTY"),
        RequestCheck.text(content.path("message_text").asText(), content),
        RequestCheck.keyboard(result.path("reply_markup")),
        when(!result.findValues("callback_data").isEmpty(), "a button that comes back inline"));
  }
}
