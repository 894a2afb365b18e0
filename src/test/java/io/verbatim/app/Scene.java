package io.verbatim.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Call;
import io.verbatim.botapi.SentMessage;
import io.verbatim.botapi.Updates;
import io.verbatim.botapi.Updates.MessageUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People who talk with the bot: raw updates go to it, and its raw requests are set as text. Every
 * scene has people and groups of its own.
 */
final class Scene {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** A button that the bot has never made. */
  private static final String FORGED = "a forged button";

  /** Who looks after the bot; the same in all scenes. */
  static final long OPERATOR = 900;

  private static final Set<String> SHOWN =
      Set.of("sendmessage", "editmessagetext", "answercallbackquery", "answerinlinequery");

  /** "Ann, editing, in Reading club / Books: words". */
  private static final Pattern SAYS =
      Pattern.compile("(\\w+)((?:, [^:]+?)*?)(?: in ([^:]+))?: (.*)");

  private static final Pattern PRESSES = Pattern.compile("(\\w+) presses (.+?)(?: in (.+))?");
  private static final Pattern SENDS = Pattern.compile("(\\w+) sends an? (\\w+)");
  private static final Pattern REACTS =
      Pattern.compile("(\\w+) reacts to the question(?: in (.+))?");
  private static final Pattern JOINS = Pattern.compile("(\\w+) (adds|removes) the bot, in (.+)");
  private static final Pattern GROWS = Pattern.compile("(.+) becomes a supergroup");
  private static final Pattern TAPS = Pattern.compile("(\\w+) opens (\\w+)");
  private static final Pattern OPTION = Pattern.compile(", (\\w+)(?: (?:\"([^\"]*)\"|(\\w+)))?");

  private final BotApiDouble server;
  private final long number;
  private final Map<String, Long> people = new HashMap<>();
  private final Map<String, Long> groups = new HashMap<>();
  private final Map<String, Integer> topics = new HashMap<>();
  private final Map<String, String> languages = new HashMap<>();
  private final Map<Long, MessageUpdate> said = new HashMap<>();

  /** Presses that were made to see whether all before them was seen to. */
  private final Set<String> settled = new HashSet<>();

  /**
   * @param number of the scene, from 1
   */
  Scene(BotApiDouble server, int number) {
    this.server = server;
    this.number = number;
  }

  /** What the bot does about what somebody does. */
  List<String> play(String line) {
    int before = server.calls().size();
    settle(act(line));
    var shown = new ArrayList<String>();
    List<Call> calls = server.calls();
    for (Call call : calls.subList(before, calls.size())) {
      if (SHOWN.contains(call.method()) && call.status() == 200) {
        shown.addAll(show(call));
      }
    }
    return shown.isEmpty() ? List.of("(nothing)") : shown;
  }

  /** Does what a line says, and gives the chat where it happens. */
  private long act(String line) {
    Matcher presses = PRESSES.matcher(line);
    if (presses.matches()) {
      return press(presses.group(1), presses.group(2), presses.group(3));
    }
    Matcher reacts = REACTS.matcher(line);
    if (reacts.matches()) {
      return react(reacts.group(1), reacts.group(2));
    }
    Matcher sends = SENDS.matcher(line);
    if (sends.matches()) {
      return send(sends.group(1), sends.group(2));
    }
    Matcher joins = JOINS.matcher(line);
    if (joins.matches()) {
      long group = group(joins.group(3));
      boolean adds = joins.group(2).equals("adds");
      server.enqueue(
          Updates.membership(
              group, person(joins.group(1)), adds ? "left" : "member", adds ? "member" : "left"));
      return group;
    }
    Matcher grows = GROWS.matcher(line);
    if (grows.matches()) {
      return grow(grows.group(1));
    }
    Matcher taps = TAPS.matcher(line);
    if (taps.matches()) {
      return act(taps.group(1) + ": /start " + taps.group(2));
    }
    Matcher says = SAYS.matcher(line);
    if (!says.matches()) {
      throw new IllegalArgumentException("nobody can do that: " + line);
    }
    return says.group(4).startsWith("@" + BotApiDouble.NAME) && says.group(3) == null
        ? type(says.group(1), says.group(4).substring(1 + BotApiDouble.NAME.length()).strip())
        : say(says.group(1), says.group(2), says.group(3), says.group(4));
  }

  private long say(String who, String options, String where, String typed) {
    long reader = person(who);
    String text = typed.replace(" ⏎ ", "\n");
    long chat = where == null ? reader : group(where);
    MessageUpdate message =
        where == null ? Updates.inPrivate(chat, text) : Updates.inGroup(chat, reader, text);
    if (where != null && topics.containsKey(where)) {
      message.inTopic(topics.get(where));
    }
    if (text.contains("@" + BotApiDouble.NAME)) {
      message.entity("mention", "@" + BotApiDouble.NAME);
    }
    boolean edits = false;
    for (Matcher option = OPTION.matcher(options); option.find(); ) {
      switch (option.group(1)) {
        case "speaking" -> languages.put(who, option.group(3));
        case "anonymously" -> message.inTheNameOf(chat);
        case "as" -> message.inTheNameOf(group(option.group(3)));
        case "forwarding" -> message.forwarded();
        case "replying" -> reply(message, option.group(3), option.group(2), chat);
        case "selecting" -> {
          message.replyTo(showing(chat, option.group(2)));
          message.selecting(option.group(2));
        }
        case "quoting" -> // from another chat
            message.replyFrom(group("elsewhere"), BotApiDouble.BOT).selecting(option.group(2));
        case "editing" -> edits = true;
        default -> throw new IllegalArgumentException("no way to say it: " + option.group());
      }
    }
    if (languages.containsKey(who)) {
      message.language(languages.get(who));
    }
    if (edits) {
      server.enqueue(Updates.edit(lastSaid(chat), text));
    } else {
      said.put(chat, message);
      if (isHandedOn(message)) {
        server.enqueue(message);
      }
    }
    return chat;
  }

  /**
   * Whether a bot gets to see a message that is in privacy mode: what names it, what replies to it,
   * and a command for anybody only where no other bot has written since (Telegram, bot features).
   */
  private boolean isHandedOn(MessageUpdate update) {
    ObjectNode message = update.message();
    String text = message.path("text").asText();
    boolean general = text.startsWith("/") && !text.split("\\s", 2)[0].contains("@");
    return message.at("/chat/type").asText().equals("private")
        || text.contains("@" + BotApiDouble.NAME)
        || (general && !server.messages(message.at("/chat/id").asLong()).isEmpty())
        || message.at("/reply_to_message/from/id").asLong() == BotApiDouble.BOT;
  }

  /** In reply to what somebody said last, or to the bot's last message with some words. */
  private void reply(MessageUpdate message, String to, String words, long chat) {
    if (to == null) {
      message.replyTo(showing(chat, words));
    } else {
      message.replyTo(false, lastSaid(chat).message().path("text").asText());
    }
  }

  private MessageUpdate lastSaid(long chat) {
    return Objects.requireNonNull(said.get(chat), "nobody has said anything there");
  }

  private SentMessage showing(long chat, String words) {
    return server.messages(chat).stream()
        .filter(message -> message.text().contains(words))
        .reduce((_, last) -> last)
        .orElseThrow(() -> new IllegalArgumentException("the bot has not said: " + words));
  }

  private long press(String who, String label, String where) {
    long chat = where == null ? person(who) : group(where);
    if (label.equals(FORGED)) {
      server.enqueue(Updates.press(chat, 1, person(who), label));
      return chat;
    }
    SentMessage under =
        server.messages(chat).stream()
            .filter(message ->
                message.parameters().path("reply_markup").findValuesAsText("text").contains(label))
            .reduce((_, last) -> last)
            .orElseThrow(() -> new IllegalArgumentException("no button " + label));
    ObjectNode press = Updates.press(chat, under.id(), person(who), under.button(label));
    ((ObjectNode) press.at("/callback_query/from")).put("language_code", language(who));
    server.enqueue(press);
    return chat;
  }

  /** Telegram tells of it as of an edit. */
  private long react(String who, String where) {
    long chat = where == null ? person(who) : group(where);
    server.enqueue(Updates.edit(lastSaid(chat), lastSaid(chat).message().path("text").asText()));
    return chat;
  }

  private long send(String who, String what) {
    long chat = person(who);
    MessageUpdate message = what.equals("sticker") ? Updates.sticker(chat) : Updates.empty(chat);
    switch (what) {
      case "sticker" -> {}
      case "location" ->
          message.message().putObject("location").put("latitude", 1).put("longitude", 1);
      case "photo" -> picture(message.message().putArray("photo").addObject());
      case "voice" -> file(message.message().putObject("voice")).put("duration", 3);
      case "poll" -> {
        ObjectNode poll = message.message().putObject("poll");
        poll.put("id", "1").put("question", "Tea or coffee?").put("type", "regular");
        poll.putArray("options");
      }
      default -> throw new IllegalArgumentException("nobody can send a " + what);
    }
    said.put(chat, message);
    server.enqueue(message);
    return chat;
  }

  private static void picture(ObjectNode photo) {
    file(photo).put("width", 90).put("height", 67);
  }

  private static ObjectNode file(ObjectNode file) {
    return file.put("file_id", "AgACAgI").put("file_unique_id", "AQAD");
  }

  private long grow(String name) {
    long old = group(name);
    long grown = old - 1_000_000_000L;
    groups.put(name, grown);
    server.move(old, grown);
    MessageUpdate leaves = Updates.emptyInGroup(old, person("Ann"));
    leaves.message().put("migrate_to_chat_id", grown);
    server.enqueue(leaves);
    settle(old);
    MessageUpdate arrives = Updates.emptyInGroup(grown, person("Ann"));
    arrives.message().put("migrate_from_chat_id", old);
    server.enqueue(arrives);
    return grown;
  }

  private long type(String who, String words) {
    ObjectNode query = Updates.inline(person(who), words);
    ((ObjectNode) query.at("/inline_query/from")).put("language_code", language(who));
    server.enqueue(query);
    awaitAnswer("answerinlinequery", "inline_query_id", query.at("/inline_query/id").asText());
    return person(who);
  }

  private String language(String who) {
    return languages.getOrDefault(who, "en");
  }

  /** Waits until the bot has seen to all that has happened in a chat: it does so in order. */
  private void settle(long chat) {
    ObjectNode press = Updates.press(chat, 1, 1, "a button that nobody has made");
    server.enqueue(press);
    awaitAnswer("answercallbackquery", "callback_query_id", id(press));
    settled.add(id(press));
  }

  private static String id(ObjectNode press) {
    return press.at("/callback_query/id").asText();
  }

  private void awaitAnswer(String method, String field, String id) {
    server.await(
        method,
        calls ->
            calls.stream()
                .anyMatch(call ->
                    call.method().equals(method)
                        && call.parameters().path(field).asText().equals(id)),
        PATIENCE);
  }

  private List<String> show(Call call) {
    ObjectNode parameters = call.parameters();
    if (parameters.has("text")
        && call.chat() != 0
        && !parameters.at("/link_preview_options/is_disabled").asBoolean()) {
      throw new AssertionError("it would show a preview of a link");
    }
    var lines = new ArrayList<String>();
    switch (call.method()) {
      case "sendmessage" -> {
        String topic = parameters.has("message_thread_id") ? " in the topic" : "";
        JsonNode replied = parameters.at("/reply_parameters/message_id");
        String does = replied.isMissingNode() ? "writes" : "replies";
        if (!replied.isMissingNode() && replied.asInt() != lastSaid(call.chat()).id()) {
          throw new AssertionError("it replies to another message");
        }
        lines.add("The bot " + does + topic + ":");
        lines.addAll(indented(Screen.lines(parameters)));
      }
      case "editmessagetext" -> {
        lines.add("The bot edits its message:");
        lines.addAll(indented(Screen.lines(parameters)));
      }
      case "answercallbackquery" -> {
        String notice = parameters.path("text").asText();
        if (!notice.isEmpty() && !settled.contains(parameters.path("callback_query_id").asText())) {
          lines.add("A notice pops up: " + notice);
        }
      }
      default -> {
        lines.add("The bot offers:");
        lines.addAll(indented(offers(parameters)));
      }
    }
    return lines;
  }

  private static List<String> offers(JsonNode answer) {
    var lines = new ArrayList<String>();
    for (JsonNode result : answer.path("results")) {
      lines.add("• " + result.path("title").asText());
      lines.addAll(indented(Screen.text(result.path("description").asText(), result.path("-"))));
    }
    JsonNode first = answer.at("/results/0");
    if (!first.isMissingNode()) {
      lines.add("The first, once it is chosen:");
      JsonNode content = first.path("input_message_content");
      lines.addAll(
          indented(Screen.text(content.path("message_text").asText(), content.path("entities"))));
      lines.addAll(indented(Screen.buttons(first.path("reply_markup"))));
    }
    if (answer.has("button")) {
      lines.add("[" + answer.at("/button/text").asText() + "]");
    }
    return lines;
  }

  private static List<String> indented(List<String> lines) {
    return lines.stream().map(line -> line.isEmpty() ? "" : "  " + line).toList();
  }

  private long person(String name) {
    return name.equals("Olga")
        ? OPERATOR
        : people.computeIfAbsent(name, _ -> 1000 * number + people.size());
  }

  /** The group of a name; "Reading club / Books" is a topic of it. */
  private long group(String name) {
    String[] parts = name.split(" / ", 2);
    if (parts.length > 1) {
      topics.computeIfAbsent(name, _ -> 40 + topics.size());
    }
    return groups.computeIfAbsent(parts[0], _ -> -1000 * number - groups.size());
  }
}
