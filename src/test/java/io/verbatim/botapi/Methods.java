package io.verbatim.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The methods of the Bot API that a bot of ours calls. */
final class Methods {
  private final UpdateQueue updates;
  private final Chats chats;
  private final Map<String, JsonNode> profile = new ConcurrentHashMap<>();
  private volatile String webhook = "";

  Methods(UpdateQueue updates, Chats chats) {
    this.updates = updates;
    this.chats = chats;
  }

  Answer call(Call call) throws InterruptedException {
    ObjectNode parameters = call.parameters();
    return switch (call.method()) {
      case "getme" -> Answer.ok(BotApiDouble.user().put("can_join_groups", true));
      case "getupdates" -> getUpdates(parameters);
      case "sendmessage" -> chats.closed(call.chat()).orElseGet(() -> chats.send(parameters));
      case "editmessagetext" -> chats.closed(call.chat()).orElseGet(() -> chats.edit(parameters));
      case "sendchataction" -> chats.closed(call.chat()).orElseGet(Answer::yes);
      case "deletemessage" -> chats.closed(call.chat()).orElseGet(() -> chats.delete(parameters));
      case "answercallbackquery", "answerinlinequery" -> Answer.yes();
      case "setmyname", "setmydescription", "setmyshortdescription" -> {
        String field = call.method().replace("setmy", "").replace("short", "short_");
        profile.put(field + scope(parameters), parameters.path(field));
        yield Answer.yes();
      }
      case "getmyname" -> description("name", parameters);
      case "getmydescription" -> description("description", parameters);
      case "getmyshortdescription" -> description("short_description", parameters);
      case "setmycommands" -> {
        profile.put(scope(parameters), parameters.path("commands"));
        yield Answer.yes();
      }
      case "deletemycommands" -> {
        profile.remove(scope(parameters));
        yield Answer.yes();
      }
      case "getmycommands" ->
          Answer.ok(profile.getOrDefault(scope(parameters), Answer.JSON.arrayNode()));
      case "setwebhook" -> setWebhook(parameters);
      case "deletewebhook" -> {
        webhook = "";
        drop(parameters);
        yield Answer.yes();
      }
      case "getwebhookinfo" ->
          Answer.ok(
              Answer.JSON
                  .objectNode()
                  .put("url", webhook)
                  .put("has_custom_certificate", false)
                  .put("pending_update_count", updates.size()));
      default -> Answer.refused(404, "Not Found: method not found");
    };
  }

  private Answer description(String field, ObjectNode parameters) {
    JsonNode text = profile.getOrDefault(field + scope(parameters), Answer.JSON.textNode(""));
    return Answer.ok(Answer.JSON.objectNode().set(field, text));
  }

  private Answer getUpdates(ObjectNode parameters) throws InterruptedException {
    if (!webhook.isEmpty()) {
      return Answer.refused(
          409,
          "Conflict: can't use getUpdates method while webhook is active; "
              + "use deleteWebhook to delete the webhook first");
    }
    UpdateQueue.Polled polled =
        updates.poll(
            parameters.path("offset").asInt(),
            parameters.path("limit").asInt(100),
            Duration.ofSeconds(Math.max(0, parameters.path("timeout").asInt())));
    return switch (polled) {
      case UpdateQueue.Polled.Updates(var json) ->
          new Answer(200, Answer.ok("[" + String.join(",", json) + "]"));
      case UpdateQueue.Polled.SentAway(String description) -> Answer.refused(409, description);
    };
  }

  Answer setWebhook(ObjectNode parameters) {
    webhook = Optional.ofNullable(parameters.get("url")).map(JsonNode::asText).orElse("");
    if (!webhook.isEmpty()) {
      updates.sendAway("Conflict: terminated by setWebhook request");
    }
    drop(parameters);
    return Answer.yes();
  }

  private void drop(ObjectNode parameters) {
    if (parameters.path("drop_pending_updates").asBoolean()) {
      updates.clear();
    }
  }

  private static String scope(ObjectNode parameters) {
    return parameters.path("scope") + "/" + parameters.path("language_code").asText();
  }
}
