package io.verbatim.botapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a request asks, in each of the forms that the Bot API takes. */
final class Parameters {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern PART_NAME = Pattern.compile("name=\"([^\"]+)\"");

  private Parameters() {}

  /** JSON, a form, or parts of text; those of the address count too. */
  static ObjectNode read(HttpExchange exchange) throws IOException {
    ObjectNode parameters = Answer.JSON.objectNode();
    form(exchange.getRequestURI().getRawQuery(), parameters);
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    String body =
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).strip();
    String kind = type.toLowerCase(Locale.ROOT);
    if (kind.startsWith("application/json") && !body.isEmpty()) {
      if (MAPPER.readTree(body) instanceof ObjectNode json) {
        parameters.setAll(json);
      }
    } else if (kind.startsWith("multipart/form-data")) {
      parts(body, type.replaceFirst("(?i).*boundary=\"?([^\";]+).*", "$1"), parameters);
    } else {
      form(body, parameters);
    }
    return parameters;
  }

  private static void form(@Nullable String form, ObjectNode parameters) {
    if (form == null || form.isEmpty()) {
      return;
    }
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)), parameters);
      }
    }
  }

  private static void parts(String body, String boundary, ObjectNode parameters) {
    for (String part : body.split(Pattern.quote("--" + boundary), -1)) {
      int blank = part.indexOf("\r\n\r\n");
      Matcher name = PART_NAME.matcher(blank < 0 ? "" : part.substring(0, blank));
      if (name.find()) {
        put(name.group(1), part.substring(blank + 4).strip(), parameters);
      }
    }
  }

  private static String decoded(String words) {
    return URLDecoder.decode(words, StandardCharsets.UTF_8);
  }

  private static void put(String name, String value, ObjectNode parameters) {
    if (value.startsWith("{") || value.startsWith("[")) {
      try {
        parameters.set(name, MAPPER.readTree(value));
        return;
      } catch (JsonProcessingException e) {
        // then it is a text that begins so
      }
    }
    parameters.put(name, value);
  }
}
