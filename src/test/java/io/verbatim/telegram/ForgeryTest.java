package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.bot.Conversation;
import io.verbatim.bot.Reply;
import io.verbatim.bot.Reply.Button.Press;
import io.verbatim.bot.Request;
import io.verbatim.telegram.Seal.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.EntityType;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.TextQuote;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** A hundred thousand things that somebody may send who means no good. */
class ForgeryTest {
  private static final int ROUNDS = 100_000;
  private static final long GROUP = -1001;
  private static final long OWNER = 6;
  private static final Seal SEAL = new Seal(new byte[] {7});
  private static final String ALPHABET =
      "ABCXYZabcxyz0189-_:/.,!+{}\"'\\%\u0000\n é👑🐝\u202E\uD83D\uDC1Dv:qmnisoal";
  private static final Conversation CONVERSATION = Articles.seedConversation();
  private static final String ANSWER =
      "Bees are fond of clover.\n¶ 1 of 2\n\nMost don’t.\n¶ 2 of 2";
  private static final List<String> TYPES =
      List.of(
          EntityType.MENTION,
          EntityType.BOTCOMMAND,
          EntityType.BOLD,
          EntityType.TEXTLINK,
          EntityType.TEXTMENTION,
          MessageWriter.BLOCKQUOTE,
          MessageWriter.EXPANDABLE_BLOCKQUOTE);

  private final Random random = new Random(20_260_801);
  private final Me me = new Me(777, "VerbatimTestBot");
  private final UpdateReader reader = new UpdateReader(me, SEAL, Set.of());

  /** A press as it may come. */
  private record Attempt(long chat, long presser, String data) {
    /** Whether the bot has made that very button for that very reader in that very chat. */
    boolean isAllowed(Set<String> made) {
      return chat == GROUP
          && made.contains(data)
          && (presser == OWNER || data.substring(Seal.BYTES).startsWith("v:"));
    }
  }

  /** The data of buttons that the bot puts under its replies. */
  private static Set<String> everyButton() {
    return Stream.of(
            "Who was the US ambassador to Russia?",
            "How do I get red wine out of a carpet?",
            "/start",
            "/article",
            "/summary",
            "/quote 3",
            "/verify Putin was involved",
            "/language")
        .map(words -> CONVERSATION.respond(new Request.Message(words, Locale.ENGLISH)))
        .flatMap(reply -> reply.buttons().stream().flatMap(List::stream))
        .flatMap(button -> button instanceof Press(_, var data) ? Stream.of(data) : Stream.of())
        .collect(Collectors.toSet());
  }

  @Test
  void nothingForgedIsObeyedAndNothingFails() {
    Set<String> made =
        everyButton().stream()
            .map(data -> SEAL.close(GROUP, Owner.of(OWNER), data))
            .collect(Collectors.toSet());
    assertEquals(
        Set.of('q', 'm', 'n', 'v', 's', 'a', 'l'),
        everyButton().stream().map(data -> data.charAt(0)).collect(Collectors.toSet()));
    List<String> seen = List.copyOf(made);
    int obeyed = 0;

    for (int i = 0; i < ROUNDS; i++) {
      Attempt attempt = attempt(seen);
      Incoming incoming = reader.read(press(attempt)).orElseThrow();
      boolean pressed = incoming instanceof Incoming.Pressed;
      assertEquals(attempt.isAllowed(made), pressed, attempt::toString);
      obeyed += pressed ? 1 : 0;
    }

    assertTrue(obeyed > 0, "some were genuine");
  }

  /** As it would be if the secret of the seals were known, or the articles had changed. */
  @Test
  void noDataMakesTheConversationFail() {
    List<String> seen = List.copyOf(everyButton());
    for (int i = 0; i < ROUNDS; i++) {
      String data =
          random.nextInt(3) == 0 ? noise(44) : changed(seen.get(random.nextInt(seen.size())));
      Reply reply = CONVERSATION.respond(new Request.Press(data, Locale.ENGLISH));
      assertTrue(reply.notice().isPresent() || !reply.blocks().isEmpty(), data);
    }
  }

  private Attempt attempt(List<String> seen) {
    String genuine = seen.get(random.nextInt(seen.size()));
    return switch (random.nextInt(6)) {
      case 0 -> new Attempt(GROUP, OWNER, noise(70));
      case 1 -> new Attempt(GROUP, OWNER, changed(genuine));
      case 2 -> new Attempt(GROUP - 1 - random.nextInt(3), OWNER, genuine); // another chat
      case 3 -> new Attempt(GROUP, OWNER + 1 + random.nextInt(3), genuine); // another reader
      case 4 -> new Attempt(GROUP, OWNER, spliced(genuine, seen.get(random.nextInt(seen.size()))));
      default -> new Attempt(GROUP, OWNER, genuine);
    };
  }

  private String changed(String genuine) {
    int at = random.nextInt(genuine.length());
    return genuine.substring(0, at) + noise(2) + genuine.substring(at + random.nextInt(2));
  }

  /** The seal of one with the data of the other. */
  private static String spliced(String one, String other) {
    return one.substring(0, Seal.BYTES) + other.substring(Seal.BYTES);
  }

  private static Update press(Attempt attempt) {
    var message = Message.builder().messageId(70).date(0).chat(chat(attempt.chat)).build();
    var query = new CallbackQuery();
    query.setId("1");
    query.setFrom(user(attempt.presser));
    query.setData(attempt.data);
    query.setMessage(message);
    var update = new Update();
    update.setUpdateId(1);
    update.setCallbackQuery(query);
    return update;
  }

  @Test
  void noEntitiesMakeReadingFailOrAddressTheBotFalsely() {
    int asked = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String text = text();
      Update update = message(text, random.nextInt(3) == 0);
      Optional<Incoming> incoming = reader.read(update);
      boolean named = text.toLowerCase(Locale.ROOT).contains("@verbatimtestbot");
      assertTrue(incoming.isEmpty() || named || mentionsMe(update.getMessage()), text);
      asked += incoming.isPresent() ? 1 : 0;
    }

    assertTrue(asked > 0, "some were for the bot");
  }

  /** Whether an entity says that the bot is meant, which has no other name in the text. */
  private boolean mentionsMe(Message message) {
    try {
      return Stream.of(message.getEntities(), message.getCaptionEntities())
          .filter(Objects::nonNull)
          .flatMap(List::stream)
          .anyMatch(
              entity -> EntityType.TEXTMENTION.equals(entity.getType()) && me.is(entity.getUser()));
    } catch (RuntimeException e) {
      return false; // the library fails for entities that do not fit; then none of them counts
    }
  }

  /** A slash within it is no command. */
  private String text() {
    String name = random.nextInt(3) == 0 ? "@VerbatimTestBot" : "";
    return "x" + noise(30) + name + noise(30);
  }

  private Update message(String text, boolean asCaption) {
    var entities = new ArrayList<MessageEntity>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entities.add(entity(text));
    }
    int name = text.indexOf('@');
    if (name >= 0 && random.nextBoolean()) {
      entities.add(new MessageEntity(EntityType.MENTION, name, "@VerbatimTestBot".length()));
      entities.add(new MessageEntity(EntityType.MENTION, name, "@VerbatimTestBot".length()));
    }
    var message = Message.builder().messageId(70).date(0).chat(chat(GROUP)).build();
    message.setFrom(user(5));
    if (asCaption) {
      message.setCaption(text);
      message.setCaptionEntities(entities);
    } else {
      message.setText(text);
      message.setEntities(entities);
    }
    var update = new Update();
    update.setUpdateId(1);
    update.setMessage(message);
    return update;
  }

  private MessageEntity entity(String text) {
    String type = random.nextInt(4) == 0 ? noise(5) : TYPES.get(random.nextInt(TYPES.size()));
    var entity = new MessageEntity(type, number(text), number(text));
    if (random.nextBoolean()) {
      entity.setUser(user(random.nextBoolean() ? me.id() : OWNER));
    }
    return entity;
  }

  @Test
  void noReplyToAnAnswerMakesReadingOrAnsweringFail() {
    int answers = 0;
    for (int i = 0; i < ROUNDS / 10; i++) {
      String earlier = random.nextInt(3) == 0 ? text() : ANSWER;
      var answer = Message.builder().messageId(60).date(0).chat(chat(5)).text(earlier).build();
      answer.setFrom(new User(me.id(), "Verbatim", true));
      answer.setEntities(Stream.generate(() -> entity(earlier)).limit(4).toList());
      Update update = message("Why " + noise(5) + "?", false);
      update.getMessage().setChat(new Chat(5L, "private"));
      update.getMessage().setReplyToMessage(answer);
      if (random.nextBoolean()) {
        var quote = new TextQuote();
        quote.setText(earlier.substring(random.nextInt(earlier.length())));
        quote.setPosition(number(earlier));
        quote.setIsManual(true);
        update.getMessage().setQuote(quote);
      }

      Incoming incoming = reader.read(update).orElseThrow();
      Reply reply = CONVERSATION.respond(((Incoming.Asked) incoming).request());
      answers += reply.blocks().isEmpty() ? 0 : 1;
    }

    assertEquals(ROUNDS / 10, answers);
  }

  /** An offset or a length, well or badly chosen. */
  private int number(String text) {
    return switch (random.nextInt(5)) {
      case 0 -> -1 - random.nextInt(10);
      case 1 -> Integer.MAX_VALUE - random.nextInt(3);
      case 2 -> text.length() + random.nextInt(3) - 1;
      default -> random.nextInt(text.length());
    };
  }

  private String noise(int most) {
    return IntStream.range(0, random.nextInt(most))
        .map(i -> ALPHABET.charAt(random.nextInt(ALPHABET.length())))
        .collect(StringBuilder::new, (all, unit) -> all.append((char) unit), StringBuilder::append)
        .toString();
  }

  private static Chat chat(long id) {
    return new Chat(id, "supergroup");
  }

  private static User user(long id) {
    return new User(id, "Reader", false);
  }
}
