package io.verbatim.reliability;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.botapi.BotApiDouble;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Readers who ask about the article that comes with the program, and the ledger of it. */
final class Asking {
  private static final List<String> QUESTIONS =
      List.of(
          "Who was the US ambassador to Russia?",
          "What did Trump say about the leaks?",
          "Is there growing concern?",
          "What happened to Michael Flynn?",
          "How do I get red wine out of a carpet?",
          "Who is Vladimir Putin?");

  private final BotApiDouble server;
  private final Ledger ledger;
  private final AtomicInteger messages = new AtomicInteger(1000);

  Asking(BotApiDouble server, Ledger ledger) {
    this.server = server;
    this.ledger = ledger;
  }

  /** Asks so many questions, one after the other in each of the chats from that one on. */
  void ask(int questions, int chats, long first) {
    for (int i = 0; i < questions; i++) {
      ask(first + i % chats);
    }
  }

  /** Asks in the private chat of that reader. */
  void ask(long reader) {
    ask(reader, reader);
  }

  /**
   * Asks in a chat.
   *
   * @param chat negative for a group
   */
  void ask(long chat, long reader) {
    int message = messages.incrementAndGet();
    ledger.ask(chat, message);
    server.enqueue(update(chat, reader, message));
  }

  /** An update with a question, as Telegram sends it but for its id. */
  static ObjectNode update(long chat, long reader, int message) {
    String question = QUESTIONS.get(message % QUESTIONS.size()) + " " + Bench.MARK;
    ObjectNode update = JsonNodeFactory.instance.objectNode();
    ObjectNode text = update.putObject("message");
    text.put("message_id", message).put("date", System.currentTimeMillis() / 1000);
    text.putObject("from")
        .put("id", reader)
        .put("is_bot", false)
        .put("first_name", "Reader")
        .put("language_code", "en");
    text.putObject("chat")
        .put("id", chat)
        .put("type", chat > 0 ? "private" : "supergroup")
        .put(chat > 0 ? "first_name" : "title", "Readers");
    text.put("text", chat > 0 ? question : "/ask " + question);
    if (chat < 0) {
      text.putArray("entities")
          .addObject()
          .put("type", "bot_command")
          .put("offset", 0)
          .put("length", 4);
    }
    return update;
  }
}
