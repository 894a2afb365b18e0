package io.verbatim.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The chats: who can be written to, and what stands in them. Safe for use by many threads. */
final class Chats {
  private record Place(long chat, int message) {}

  private final Map<Place, SentMessage> messages = new LinkedHashMap<>();
  private final Set<Place> foreign = new HashSet<>();
  private final Set<Long> blocked = new HashSet<>();
  private final Set<Long> missing = new HashSet<>();
  private final Map<Long, Long> moved = new HashMap<>();
  private final boolean keeping;
  private int lastId = 50_000;

  /**
   * @param keeping whether messages are remembered; if not, anything can be edited
   */
  Chats(boolean keeping) {
    this.keeping = keeping;
  }

  synchronized void block(long chat) {
    blocked.add(chat);
  }

  synchronized void lose(long chat) {
    missing.add(chat);
  }

  synchronized void move(long from, long to) {
    moved.put(from, to);
  }

  /** Notes a message of the bot that was there before the server began to record. */
  synchronized void know(long chat, int message) {
    if (keeping) {
      foreign.add(new Place(chat, message));
    }
  }

  /** Why nothing can be written there, if so. */
  synchronized Optional<Answer> closed(long chat) {
    if (moved.containsKey(chat)) {
      return Optional.of(Answer.moved(moved.get(chat)));
    }
    if (missing.contains(chat)) {
      return Optional.of(Answer.refused(400, "Bad Request: chat not found"));
    }
    if (blocked.contains(chat)) {
      return Optional.of(Answer.refused(403, "Forbidden: bot was blocked by the user"));
    }
    return Optional.empty();
  }

  synchronized Answer send(ObjectNode parameters) {
    long chat = parameters.path("chat_id").asLong();
    var message = new SentMessage(chat, ++lastId, parameters.path("text").asText(), parameters);
    if (keeping) {
      messages.put(new Place(chat, message.id()), message);
    }
    return Answer.ok(json(message));
  }

  synchronized Answer edit(ObjectNode parameters) {
    long chat = parameters.path("chat_id").asLong();
    var place = new Place(chat, parameters.path("message_id").asInt());
    SentMessage before = messages.get(place);
    if (keeping && before == null && !foreign.contains(place)) {
      return Answer.refused(400, "Bad Request: message to edit not found");
    }
    var after = new SentMessage(chat, place.message, parameters.path("text").asText(), parameters);
    if (before != null && looks(before).equals(looks(after))) {
      return Answer.refused(
          400,
          "Bad Request: message is not modified: specified new message content and reply markup "
              + "are exactly the same as a current content and reply markup of the message");
    }
    if (keeping) {
      messages.put(place, after);
    }
    return Answer.ok(json(after));
  }

  synchronized Answer delete(ObjectNode parameters) {
    long chat = parameters.path("chat_id").asLong();
    var place = new Place(chat, parameters.path("message_id").asInt());
    return messages.remove(place) != null || foreign.remove(place)
        ? Answer.yes()
        : Answer.refused(400, "Bad Request: message to delete not found");
  }

  synchronized List<SentMessage> messages() {
    return List.copyOf(messages.values());
  }

  private static List<Object> looks(SentMessage message) {
    return List.of(
        message.text(),
        message.parameters().path("entities"),
        message.parameters().path("reply_markup"));
  }

  /** A message as the Bot API tells of it. */
  static ObjectNode json(SentMessage message) {
    ObjectNode json =
        Answer.JSON
            .objectNode()
            .put("message_id", message.id())
            .put("date", Updates.now())
            .put("text", message.text());
    json.set("from", BotApiDouble.user());
    json.putObject("chat")
        .put("id", message.chat())
        .put("type", message.chat() > 0 ? "private" : "supergroup")
        .put("first_name", "Reader");
    if (message.parameters().has("entities")) {
      json.set("entities", message.parameters().get("entities"));
    }
    return json;
  }
}
