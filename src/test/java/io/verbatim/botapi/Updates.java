package io.verbatim.botapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes updates as Telegram sends them, without {@code update_id}: the server gives them one. A
 * private chat has the id of its reader; groups have negative ids.
 */
public final class Updates {
  /** When everything happens, in seconds since 1970. */
  static int now() {
    return Math.toIntExact(Instant.now().getEpochSecond());
  }

  private static final AtomicInteger MESSAGES = new AtomicInteger(100);
  private static final AtomicLong QUERIES = new AtomicLong(4_000_000_000L);

  private Updates() {}

  /** A text in a private chat. */
  public static MessageUpdate inPrivate(long chat, String text) {
    return new MessageUpdate("message", chat, "private", chat).text(text);
  }

  /** A text in a group, not addressed to anybody. */
  public static MessageUpdate inGroup(long group, long reader, String text) {
    return new MessageUpdate("message", group, "supergroup", reader).text(text);
  }

  /** A changed text in a private chat. */
  public static MessageUpdate edited(long chat, String text) {
    var update = new MessageUpdate("edited_message", chat, "private", chat).text(text);
    update.message().put("edit_date", now() + 60);
    return update;
  }

  /** The same message with other words. */
  public static ObjectNode edit(MessageUpdate before, String text) {
    ObjectNode edited = before.message().deepCopy().put("text", text);
    edited.put("edit_date", edited.path("date").asInt() + 60);
    ObjectNode update = Answer.JSON.objectNode();
    update.set("edited_message", edited);
    return update;
  }

  /** A post in a channel. */
  public static MessageUpdate inChannel(long channel, String text) {
    var update = new MessageUpdate("channel_post", channel, "channel", channel).text(text);
    update.message().remove("from");
    return update;
  }

  /** A changed text in a group. */
  public static MessageUpdate editedInGroup(long group, long reader, String text) {
    var update = new MessageUpdate("edited_message", group, "supergroup", reader).text(text);
    update.message().put("edit_date", now() + 60);
    return update;
  }

  /** A message without anything in it yet, in a private chat. */
  public static MessageUpdate empty(long chat) {
    return new MessageUpdate("message", chat, "private", chat);
  }

  /** A message without anything in it yet, in a group. */
  public static MessageUpdate emptyInGroup(long group, long reader) {
    return new MessageUpdate("message", group, "supergroup", reader);
  }

  /**
   * A change of what the bot is in a chat.
   *
   * @param before its status as the Bot API has it, such as {@code left}
   * @param now likewise, such as {@code member}
   */
  public static ObjectNode membership(long chat, long reader, String before, String now) {
    ObjectNode update = Answer.JSON.objectNode();
    ObjectNode change = update.putObject("my_chat_member").put("date", now());
    change
        .putObject("chat")
        .put("id", chat)
        .put("type", chat > 0 ? "private" : "supergroup")
        .put("title", "Group");
    change.set("from", person(reader));
    change.set("old_chat_member", member(before));
    change.set("new_chat_member", member(now));
    return update;
  }

  private static ObjectNode member(String status) {
    ObjectNode member = Answer.JSON.objectNode().put("status", status);
    member.set("user", BotApiDouble.user());
    return member;
  }

  /** A sticker in a private chat. */
  public static MessageUpdate sticker(long chat) {
    var update = empty(chat);
    update
        .message()
        .putObject("sticker")
        .put("file_id", "CAACAgI")
        .put("file_unique_id", "AgAD")
        .put("type", "regular")
        .put("width", 512)
        .put("height", 512)
        .put("is_animated", false)
        .put("is_video", false)
        .put("emoji", "🐝");
    return update;
  }

  /** A service message: somebody joined a group. */
  public static MessageUpdate joined(long group, long reader) {
    var update = new MessageUpdate("message", group, "supergroup", reader);
    update.message().putArray("new_chat_members").add(person(reader));
    return update;
  }

  /** A press on a button under a message of the bot. */
  public static ObjectNode press(long chat, int message, long reader, String data) {
    ObjectNode update = Answer.JSON.objectNode();
    ObjectNode query =
        update
            .putObject("callback_query")
            .put("id", Long.toString(QUERIES.incrementAndGet()))
            .put("chat_instance", "-7")
            .put("data", data);
    query.set("from", person(reader));
    ObjectNode under =
        query.putObject("message").put("message_id", message).put("date", now()).put("text", "…");
    under.set("from", BotApiDouble.user());
    under
        .putObject("chat")
        .put("id", chat)
        .put("type", chat > 0 ? "private" : "supergroup")
        .put("first_name", "Reader");
    return update;
  }

  /** What a reader has typed after the bot's name in some chat. */
  public static ObjectNode inline(long reader, String query) {
    ObjectNode update = Answer.JSON.objectNode();
    update
        .putObject("inline_query")
        .put("id", Long.toString(QUERIES.incrementAndGet()))
        .put("query", query)
        .put("offset", "")
        .put("chat_type", "supergroup")
        .set("from", person(reader));
    return update;
  }

  /** An update that no library can read: its message is a number. */
  public static ObjectNode poison() {
    return Answer.JSON.objectNode().put("message", 42);
  }

  /** An update with a reader whose id is a word. */
  public static ObjectNode poisonInside(long chat) {
    ObjectNode update = inPrivate(chat, "poison").json();
    ((ObjectNode) update.path("message").path("from")).put("id", "forty-two");
    return update;
  }

  /**
   * An update nested so deep that readers of JSON refuse it; for {@link BotApiDouble#enqueueRaw}.
   */
  public static String poisonDeep(int depth) {
    return "{\"update_id\":%d,\"novelty\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
  }

  static ObjectNode person(long id) {
    return Answer.JSON
        .objectNode()
        .put("id", id)
        .put("is_bot", false)
        .put("first_name", "Reader")
        .put("language_code", "en");
  }

  /** An update with a message, to be changed until it is as wished. */
  public static final class MessageUpdate {
    private final ObjectNode update = Answer.JSON.objectNode();
    private final ObjectNode message;

    private MessageUpdate(String kind, long chat, String type, long reader) {
      message = update.putObject(kind);
      message.put("message_id", MESSAGES.incrementAndGet()).put("date", now());
      message.set("from", person(reader));
      message.putObject("chat").put("id", chat).put("type", type).put("first_name", "Reader");
    }

    /** The message itself, for what has no method here. */
    public ObjectNode message() {
      return message;
    }

    /** The id of the message. */
    public int id() {
      return message.path("message_id").asInt();
    }

    /** The update. */
    public ObjectNode json() {
      return update;
    }

    MessageUpdate text(String text) {
      message.put("text", text);
      return this;
    }

    /** A photo with the text as its caption. */
    public MessageUpdate asCaption() {
      message.set("caption", message.remove("text"));
      if (message.has("entities")) {
        message.set("caption_entities", message.remove("entities"));
      }
      message
          .putArray("photo")
          .addObject()
          .put("file_id", "AgACAgI")
          .put("file_unique_id", "AQAD")
          .put("width", 90)
          .put("height", 67);
      return this;
    }

    /** In the language of that code. */
    public MessageUpdate language(String code) {
      ((ObjectNode) message.path("from")).put("language_code", code);
      return this;
    }

    /** Written by another bot. */
    public MessageUpdate byBot() {
      ((ObjectNode) message.path("from")).put("is_bot", true);
      return this;
    }

    /** Written in the name of a chat, by way of the bot that Telegram shows for it. */
    public MessageUpdate inTheNameOf(long chat) {
      byBot();
      message.putObject("sender_chat").put("id", chat).put("type", "channel").put("title", "Name");
      return this;
    }

    /** With an entity over the first occurrence of some words. */
    public MessageUpdate entity(String type, String words) {
      addEntity(type, words);
      return this;
    }

    /** With a mention of somebody who has no name, over the first occurrence of some words. */
    public MessageUpdate mentionById(long id, String words) {
      addEntity("text_mention", words).set("user", person(id));
      return this;
    }

    /** In reply to a message of the bot. */
    public MessageUpdate replyToBot() {
      return replyTo(BotApiDouble.user());
    }

    /** In reply to a message of somebody else. */
    public MessageUpdate replyToReader(long reader) {
      return replyTo(person(reader));
    }

    /** In reply to a message of that text, of the bot or of somebody else. */
    public MessageUpdate replyTo(boolean bot, String words) {
      replyTo(bot ? BotApiDouble.user() : person(6));
      ((ObjectNode) message.path("reply_to_message")).put("text", words);
      return this;
    }

    /** In reply to a message that the bot has sent. */
    public MessageUpdate replyTo(SentMessage earlier) {
      message.set("reply_to_message", Chats.json(earlier));
      return this;
    }

    /** In reply to what somebody has written in another chat. */
    public MessageUpdate replyFrom(long chat, long author) {
      ObjectNode external = message.putObject("external_reply").put("message_id", 7);
      external.putObject("chat").put("id", chat).put("type", "supergroup").put("title", "Group");
      ObjectNode origin = external.putObject("origin").put("type", "user").put("date", now());
      origin.set("sender_user", author == BotApiDouble.BOT ? BotApiDouble.user() : person(author));
      return this;
    }

    /** With words that the reader selected in the message that it replies to. */
    public MessageUpdate selecting(String words) {
      int position = message.at("/reply_to_message/text").asText().indexOf(words);
      message
          .putObject("quote")
          .put("text", words)
          .put("position", Math.max(0, position))
          .put("is_manual", true);
      return this;
    }

    /** Passed on; first written by somebody who is not to be known. */
    public MessageUpdate forwarded() {
      message
          .putObject("forward_origin")
          .put("type", "hidden_user")
          .put("sender_user_name", "Somebody")
          .put("date", now());
      return this;
    }

    /** In a topic of a forum. */
    public MessageUpdate inTopic(int topic) {
      message.put("message_thread_id", topic).put("is_topic_message", true);
      return this;
    }

    /** In a thread of replies that is not a topic. */
    public MessageUpdate inThread(int thread) {
      message.put("message_thread_id", thread);
      return this;
    }

    private MessageUpdate replyTo(ObjectNode author) {
      ObjectNode earlier =
          message.putObject("reply_to_message").put("message_id", 7).put("date", now());
      earlier.put("text", "earlier").set("from", author);
      earlier.set("chat", message.get("chat").deepCopy());
      return this;
    }

    private ObjectNode addEntity(String type, String words) {
      String text = message.path("text").asText();
      int offset = text.indexOf(words);
      if (offset < 0) {
        throw new IllegalArgumentException("'" + words + "' is not in '" + text + "'");
      }
      ArrayNode entities =
          message.get("entities") instanceof ArrayNode present
              ? present
              : message.putArray("entities");
      return entities
          .addObject()
          .put("type", type)
          .put("offset", offset)
          .put("length", words.length());
    }
  }
}
