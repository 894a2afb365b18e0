package io.verbatim.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with a request: the limits of the Bot API, and what this project does not do
 * ({@code parse_mode}, fields that are deprecated or that no method has).
 */
final class RequestCheck {
  private static final int LONGEST_TEXT = 4096;
  private static final int MOST_ENTITIES = 100;
  private static final int LONGEST_POLL_SECONDS = 50;
  private static final Set<String> BLOCKS = Set.of("blockquote", "expandable_blockquote");

  private static final Set<String> TEXT_FIELDS =
      Set.of("chat_id", "text", "entities", "link_preview_options", "reply_markup");
  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          fields("getme"),
          fields("getwebhookinfo"),
          fields("deletewebhook", "drop_pending_updates"),
          fields(
              "setwebhook",
              "url",
              "certificate",
              "ip_address",
              "max_connections",
              "allowed_updates",
              "drop_pending_updates",
              "secret_token"),
          fields(
              "answerinlinequery",
              "inline_query_id",
              "results",
              "cache_time",
              "is_personal",
              "next_offset",
              "button"),
          fields("deletemessage", "chat_id", "message_id"),
          fields("deletemycommands", "scope", "language_code"),
          fields("setmyname", "name", "language_code"),
          fields("getmyname", "language_code"),
          fields("setmydescription", "description", "language_code"),
          fields("getmydescription", "language_code"),
          fields("setmyshortdescription", "short_description", "language_code"),
          fields("getmyshortdescription", "language_code"),
          Map.entry(
              "sendmessage",
              with(
                  TEXT_FIELDS,
                  "message_thread_id",
                  "reply_parameters",
                  "disable_notification",
                  "protect_content")),
          Map.entry("editmessagetext", with(TEXT_FIELDS, "message_id", "inline_message_id")),
          fields(
              "answercallbackquery",
              "callback_query_id",
              "text",
              "show_alert",
              "url",
              "cache_time"),
          fields("sendchataction", "chat_id", "message_thread_id", "action"),
          fields("setmycommands", "commands", "scope", "language_code"),
          fields("getmycommands", "scope", "language_code"),
          fields("getupdates", "offset", "limit", "timeout", "allowed_updates"));
  private static final Set<String> ENTITY_TYPES =
      Set.of(
          "mention",
          "hashtag",
          "cashtag",
          "bot_command",
          "url",
          "email",
          "phone_number",
          "bold",
          "italic",
          "underline",
          "strikethrough",
          "spoiler",
          "blockquote",
          "expandable_blockquote",
          "code",
          "pre",
          "text_link",
          "text_mention",
          "custom_emoji");
  private static final Set<String> ACTIONS_OF_BUTTONS =
      Set.of(
          "url",
          "callback_data",
          "switch_inline_query",
          "switch_inline_query_current_chat",
          "copy_text",
          "web_app",
          "login_url");
  private static final Set<String> CHAT_ACTIONS =
      Set.of("typing", "upload_photo", "upload_document", "choose_sticker", "find_location");

  /** The kinds of updates that the bot may ask for; {@code docs/telegram.md} says why. */
  private static final Set<String> UPDATES =
      Set.of("message", "edited_message", "callback_query", "inline_query", "my_chat_member");

  private RequestCheck() {}

  /** The first thing that is wrong, as Telegram would word it; empty if nothing is. */
  static Optional<String> violation(String method, ObjectNode parameters) {
    Set<String> known = FIELDS.get(method);
    if (known != null) {
      for (var names = parameters.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!known.contains(name) && !name.equals("method")) {
          return Optional.of("field " + name + " does not belong in " + method);
        }
      }
    }
    return switch (method) {
      case "sendmessage" -> first(chat(parameters), text(parameters), replyTo(parameters));
      case "editmessagetext" -> first(chat(parameters), message(parameters), text(parameters));
      case "deletemessage" -> first(chat(parameters), message(parameters));
      case "answerinlinequery" -> InlineCheck.violation(parameters);
      case "getmycommands" -> language(parameters);
      case "setmyname" -> first(language(parameters), length(parameters, "name", 64));
      case "setmydescription" ->
          first(language(parameters), length(parameters, "description", 512));
      case "setmyshortdescription" ->
          first(language(parameters), length(parameters, "short_description", 120));
      case "getupdates" ->
          first(
              kinds(parameters),
              range(parameters, "limit", 1, 100),
              range(parameters, "timeout", 0, LONGEST_POLL_SECONDS));
      case "setwebhook" -> kinds(parameters);
      case "answercallbackquery" -> callbackAnswer(parameters);
      case "sendchataction" -> first(chat(parameters), chatAction(parameters));
      case "setmycommands" -> first(language(parameters), commands(parameters));
      default -> Optional.empty();
    };
  }

  @SafeVarargs
  static Optional<String> first(Optional<String>... violations) {
    for (Optional<String> violation : violations) {
      if (violation.isPresent()) {
        return violation;
      }
    }
    return Optional.empty();
  }

  static Optional<String> when(boolean wrong, String what) {
    return wrong ? Optional.of(what) : Optional.empty();
  }

  private static Optional<String> chat(ObjectNode parameters) {
    return when(!parameters.path("chat_id").asText().matches("-?[1-9][0-9]*"), "chat_id is empty");
  }

  private static Optional<String> message(ObjectNode parameters) {
    return when(parameters.path("message_id").asInt() < 1, "message_id is empty");
  }

  private static Optional<String> language(ObjectNode parameters) {
    return when(
        !parameters.path("language_code").asText().matches("|[a-z]{2}"), "wrong language_code");
  }

  private static Optional<String> length(ObjectNode parameters, String field, int most) {
    int length = parameters.path(field).asText().length();
    return when(length < 1 || length > most, field + " of " + length + " characters");
  }

  private static Optional<String> range(ObjectNode parameters, String field, int least, int most) {
    JsonNode value = parameters.path(field);
    boolean good =
        value.isMissingNode()
            || (value.canConvertToInt() && value.asInt() >= least && value.asInt() <= most);
    return when(!good, field + " is " + value);
  }

  private static Optional<String> kinds(ObjectNode parameters) {
    for (JsonNode kind : parameters.path("allowed_updates")) {
      if (!UPDATES.contains(kind.asText())) {
        return Optional.of("no kind of update: " + kind);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(ObjectNode parameters) {
    return text(parameters.path("text").asText(), parameters);
  }

  /** What is wrong with a text and its entities and buttons. */
  static Optional<String> text(String text, JsonNode parameters) {
    return first(
        when(text.isBlank(), "message text is empty"),
        when(text.length() > LONGEST_TEXT, "MESSAGE_TOO_LONG"),
        entities(text, parameters.path("entities")),
        keyboard(parameters.path("reply_markup")));
  }

  private static Optional<String> entities(String text, JsonNode entities) {
    if (entities.size() > MOST_ENTITIES) {
      return Optional.of("too many entities: " + entities.size());
    }
    var ranges = new ArrayList<int[]>();
    var blocks = new ArrayList<int[]>();
    for (JsonNode entity : entities) {
      String type = entity.path("type").asText();
      int start = entity.path("offset").asInt(-1);
      int end = start + entity.path("length").asInt(-1);
      var at = "entity " + type + " at " + start + " to " + end + " of " + text.length();
      if (!ENTITY_TYPES.contains(type)) {
        return Optional.of("unknown " + at);
      }
      if (type.equals("text_link") && !isLink(entity.path("url").asText())) {
        return Optional.of("leads nowhere: " + at);
      }
      if (start < 0 || end <= start || end > text.length()) {
        return Optional.of("out of range: " + at);
      }
      if (splitsPair(text, start) || splitsPair(text, end)) {
        return Optional.of("through a surrogate pair: " + at);
      }
      for (int[] other : ranges) {
        boolean apart = end <= other[0] || other[1] <= start;
        boolean nested =
            (other[0] <= start && end <= other[1]) || (start <= other[0] && other[1] <= end);
        if (!apart && !nested) {
          return Optional.of("overlapping: " + at);
        }
      }
      ranges.add(new int[] {start, end});
      if (BLOCKS.contains(type)) {
        if (blocks.stream().anyMatch(block -> start < block[1] && block[0] < end)) {
          return Optional.of("quote in a quote: " + at);
        }
        blocks.add(new int[] {start, end});
      }
    }
    return Optional.empty();
  }

  /** An address; one that opens a bot must have a payload that Telegram takes. */
  private static boolean isLink(String url) {
    return url.matches("https://t\\.me/[A-Za-z0-9_]{5,32}\\?start=[A-Za-z0-9_-]{1,64}")
        || (url.matches("https?://[^ ]+") && !url.contains("start="));
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  static Optional<String> keyboard(JsonNode markup) {
    if (markup.isMissingNode()) {
      return Optional.empty();
    }
    JsonNode rows = markup.path("inline_keyboard");
    if (!rows.isArray()) {
      return Optional.of("reply_markup is not an inline keyboard");
    }
    int buttons = 0;
    for (JsonNode row : rows) {
      if (!row.isArray() || row.isEmpty()) {
        return Optional.of("an empty row of buttons");
      }
      for (JsonNode button : row) {
        buttons++;
        Optional<String> violation = button(button);
        if (violation.isPresent()) {
          return violation;
        }
      }
    }
    return when(buttons > 100, "too many buttons");
  }

  private static Optional<String> button(JsonNode button) {
    long actions = ACTIONS_OF_BUTTONS.stream().filter(button::has).count();
    int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
    return first(
        when(button.path("text").asText().isBlank(), "a button without text"),
        when(actions != 1, "a button with " + actions + " actions"),
        when(
            button.has("callback_data") && (bytes < 1 || bytes > 64),
            "BUTTON_DATA_INVALID: " + bytes + " bytes"),
        when(button.has("url") && !isLink(button.path("url").asText()), "BUTTON_URL_INVALID"),
        when(
            button.has("copy_text")
                && !button.path("copy_text").path("text").asText().matches("(?s).{1,256}"),
            "BUTTON_COPY_TEXT_INVALID"));
  }

  private static Optional<String> replyTo(ObjectNode parameters) {
    JsonNode reply = parameters.path("reply_parameters");
    if (reply.isMissingNode()) {
      return Optional.empty();
    }
    Set<String> known =
        Set.of(
            "message_id",
            "chat_id",
            "allow_sending_without_reply",
            "quote",
            "quote_entities",
            "quote_position");
    for (var names = reply.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        return Optional.of("field " + name + " does not belong in reply_parameters");
      }
    }
    return first(
        when(reply.path("message_id").asInt() < 1, "reply_parameters without message_id"),
        when(reply.path("quote").asText().length() > 1024, "QUOTE_TEXT_INVALID"));
  }

  private static Optional<String> callbackAnswer(ObjectNode parameters) {
    return first(
        when(parameters.path("callback_query_id").asText().isEmpty(), "callback_query_id is empty"),
        when(parameters.path("text").asText().length() > 200, "MESSAGE_TOO_LONG"));
  }

  private static Optional<String> chatAction(ObjectNode parameters) {
    return when(
        !CHAT_ACTIONS.contains(parameters.path("action").asText()), "wrong parameter action");
  }

  private static Optional<String> commands(ObjectNode parameters) {
    List<String> wrong = new ArrayList<>();
    for (JsonNode command : parameters.path("commands")) {
      int length = command.path("description").asText().length();
      if (!command.path("command").asText().matches("[a-z0-9_]{1,32}")
          || length < 1
          || length > 256) {
        wrong.add(command.toString());
      }
    }
    int number = parameters.path("commands").size();
    return first(
        when(!wrong.isEmpty(), "BOT_COMMAND_INVALID " + wrong),
        when(number < 1 || number > 100, number + " commands"));
  }

  private static Map.Entry<String, Set<String>> fields(String method, String... names) {
    return Map.entry(method, Set.of(names));
  }

  private static Set<String> with(Set<String> some, String... more) {
    var all = new java.util.HashSet<>(some);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
