package io.verbatim.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer as the Bot API gives it. */
record Answer(int status, String body) {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static Answer ok(JsonNode result) {
    return new Answer(200, ok(result.toString()));
  }

  /** The body of an answer whose result is given as it is, well-formed or not. */
  static String ok(String result) {
    return "{\"ok\":true,\"result\":" + result + "}";
  }

  static Answer yes() {
    return ok(JSON.booleanNode(true));
  }

  static Answer refused(int code, String description) {
    return refused(code, description, JSON.objectNode());
  }

  static Answer tooMany(int seconds) {
    return refused(
        429,
        "Too Many Requests: retry after " + seconds,
        JSON.objectNode().put("retry_after", seconds));
  }

  static Answer moved(long to) {
    return refused(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        JSON.objectNode().put("migrate_to_chat_id", to));
  }

  static Answer refused(int code, String description, ObjectNode parameters) {
    ObjectNode body =
        JSON.objectNode().put("ok", false).put("error_code", code).put("description", description);
    if (!parameters.isEmpty()) {
      body.set("parameters", parameters);
    }
    return new Answer(code, body.toString());
  }
}
