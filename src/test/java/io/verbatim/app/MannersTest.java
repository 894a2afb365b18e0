package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.ArticleFolder;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Fault;
import io.verbatim.botapi.SentMessage;
import io.verbatim.botapi.Updates;
import io.verbatim.botapi.Updates.MessageUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What readers see of the whole bot: raw updates in, requests out. */
@Timeout(180)
class MannersTest {
  private static final Library SEED =
      ArticleFolder.read(Program.PROJECT.resolve("seeds")).library();
  private static final long READER = 1;
  private static final long OLD = -5;
  private static final long NEW = -1005;

  private final BotApiDouble server = new BotApiDouble();

  @TempDir Path folder;
  private Program program;

  @BeforeEach
  void start() {
    program = new Program(folder).at(server);
    program.start();
  }

  @AfterEach
  void endedWell() {
    program.stop();
    server.close();
  }

  @Test
  void aLongForwardIsComparedParagraphByParagraphInAsManyMessagesAsItTakes() {
    String said =
        SEED.articles().getFirst().paragraphs().stream()
            .map(Paragraph::text)
            .map(text -> text.replaceFirst(" (?=\\p{L}+ )", " quax "))
            .collect(Collectors.joining("\n\n"));

    List<SentMessage> reply = say(READER, Updates.inPrivate(READER, said).forwarded(), 8);

    assertTrue(reply.getFirst().text().startsWith("Nearly. "), reply.getFirst().text());
    List<String> struck =
        reply.stream().flatMap(message -> message.words("strikethrough").stream()).toList();
    assertEquals(8, struck.size(), struck::toString);
    assertTrue(struck.stream().allMatch("quax"::equals), struck::toString);
    String all = reply.stream().map(SentMessage::text).collect(Collectors.joining("\n"));
    for (int paragraph = 1; paragraph <= 8; paragraph++) {
      assertTrue(all.contains("¶ " + paragraph + " of 8"), all);
    }
    assertFalse(all.contains("Word for word"), all);
  }

  @Test
  void aGroupThatBecomesASupergroupIsGreetedOnceAndItsOldButtonsAnswerInTheNewPlace() {
    server.enqueue(Updates.membership(OLD, READER, "left", "member"));
    SentMessage hello = next(OLD, 0);
    server.enqueue(Updates.inGroup(OLD, READER, "/ask Who is Michael McFaul?"));
    SentMessage answer = next(OLD, 1);

    server.move(OLD, NEW);
    server.enqueueTogether(
        Updates.membership(OLD, READER, "member", "left"),
        Updates.membership(NEW, READER, "left", "member"),
        moved(OLD, "migrate_to_chat_id", NEW).json(),
        moved(NEW, "migrate_from_chat_id", OLD).json());
    server.enqueue(Updates.press(OLD, answer.id(), READER, answer.button("▶")));
    SentMessage page = next(NEW, 0);
    server.enqueue(Updates.press(NEW, page.id(), READER, page.button("▶")));
    server.awaitCalls("answerCallbackQuery", 2);
    server.enqueue(Updates.inGroup(NEW, READER, "/ask And what did he say about control?"));
    SentMessage followUp = next(NEW, 1);

    assertTrue(hello.text().startsWith("Hello!"), hello.text());
    assertTrue(page.text().contains("¶ 6 of 8"), page.text());
    assertEquals(OptionalInt.empty(), page.repliesTo());
    assertTrue(server.messages(NEW).getFirst().text().contains("¶ 7 of 8"));
    assertTrue(followUp.text().startsWith("Searched: what did he say about control, Michael"));
    assertEquals(2, server.messages(OLD).size());
  }

  @Test
  void aButtonThatCameAlongIntoTheSupergroupSaysWhatToDo() {
    server.enqueue(Updates.inGroup(OLD, READER, "/ask Who is Michael McFaul?"));
    SentMessage answer = next(OLD, 0);
    server.enqueue(moved(OLD, "migrate_to_chat_id", NEW));

    server.enqueue(Updates.press(NEW, answer.id(), READER, answer.button("▶")));

    assertEquals(
        "That button is out of date. Ask again, and you get new ones.",
        server.awaitCalls("answerCallbackQuery", 1).getFirst().parameters().path("text").asText());
    assertEquals(List.of(), server.calls("editMessageText"));
  }

  @Test
  void anEditedFollowUpLeansOnWhatItLeanedOnAndNotOnItself() {
    server.enqueue(Updates.inPrivate(READER, "Who is Michael McFaul?"));
    next(READER, 0);
    MessageUpdate followUp = Updates.inPrivate(READER, "And what did he say about elections?");
    server.enqueue(followUp);
    next(READER, 1);

    for (String word : List.of("control", "controls")) {
      String wanted = "what did he say about " + word;
      server.enqueue(Updates.edit(followUp, "And " + wanted + "?"));
      server.await(
          "edit",
          _ -> server.messages(READER).get(1).text().contains(word + ","),
          Duration.ofMinutes(1));

      String text = server.messages(READER).get(1).text();
      assertTrue(text.startsWith("Searched: " + wanted + ", Michael McFaul\n"), text);
    }
  }

  @Test
  void aReactionToAQuestionChangesNothing() {
    MessageUpdate question = Updates.inPrivate(READER, "Who is Michael McFaul?");
    server.enqueue(question);
    SentMessage answer = next(READER, 0);
    server.enqueue(Updates.press(READER, answer.id(), READER, answer.button("▶")));
    server.awaitCalls("editMessageText", 1);
    server.enqueue(Updates.inPrivate(READER, "Is there growing concern?"));
    next(READER, 1);

    server.enqueue(Updates.edit(question, "Who is Michael McFaul?"));
    server.enqueue(Updates.inPrivate(READER, "And who is involved?"));

    SentMessage followUp = next(READER, 2);
    assertEquals(1, server.calls("editMessageText").size());
    assertTrue(server.messages(READER).getFirst().text().contains("¶ 6 of 8"));
    assertFalse(followUp.text().contains("McFaul"), followUp.text());
  }

  @Test
  void whatIsForgottenIsForgottenEverywhere() {
    server.enqueue(Updates.inGroup(OLD, READER, "/ask Who is Michael McFaul?"));
    next(OLD, 0);
    awaitNoted(Updates.inGroup(OLD, READER, "/about"), 1);
    server.enqueue(Updates.inPrivate(READER, "/language de"));
    next(READER, 0);
    server.enqueue(Updates.inPrivate(READER, "/forget"));
    assertTrue(next(READER, 1).text().endsWith("sind vergessen, in allen Chats."));
    awaitNoted(Updates.inPrivate(READER, "/about"), 2);

    server.enqueue(Updates.inGroup(OLD, READER, "/ask And what did he say about control?"));

    assertFalse(next(OLD, 2).text().startsWith("Searched"), next(OLD, 2).text());
  }

  @Test
  void aTopicThatIsDeletedMeanwhileGetsNoAnswerElsewhere() {
    server.fail("sendMessage", 1, Fault.refusal(400, "Bad Request: message thread not found"));
    server.enqueue(Updates.inGroup(OLD, READER, "/ask Who is McFaul?").inTopic(9));
    server.enqueue(Updates.inGroup(OLD, READER, "/about"));

    assertTrue(next(OLD, 0).text().startsWith("Verbatim answers questions"));
  }

  @Test
  void everyMemberOfAGroupMayVoteAndOnlyTheAskerTurnsPages() {
    server.enqueue(Updates.inGroup(OLD, READER, "/ask Who is Michael McFaul?"));
    SentMessage answer = next(OLD, 0);

    server.enqueue(Updates.press(OLD, answer.id(), READER + 1, answer.button("👍")));
    assertEquals("Thank you. I have counted it.", notice(1));
    server.enqueue(Updates.press(OLD, answer.id(), READER + 1, answer.button("▶")));
    assertEquals("Only who asked can turn these pages. Ask your own with /ask.", notice(2));
    server.enqueue(Updates.press(OLD, answer.id(), READER, answer.button("▶")));

    server.awaitCalls("editMessageText", 1);
    assertTrue(server.messages(OLD).getFirst().text().contains("¶ 6 of 8"));
  }

  @Test
  void aLanguageIsThatOfTheMemberWhoChoseIt() {
    server.enqueue(Updates.inGroup(OLD, READER, "/language de"));
    next(OLD, 0);
    server.enqueue(Updates.inGroup(OLD, READER, "/ask How do I get red wine out of a carpet?"));
    assertEquals("Davon steht nichts im Artikel.", next(OLD, 1).text());

    server.enqueue(Updates.inGroup(OLD, READER + 1, "/ask How do I get red wine out of a carpet?"));

    assertEquals("The article does not say.", next(OLD, 2).text());
  }

  @Test
  void whoAsksTooMuchIsToldSoInTheChosenLanguage() {
    server.enqueue(Updates.inPrivate(READER, "/language de"));
    next(READER, 0);

    for (int i = 0; i < 30; i++) {
      server.enqueue(Updates.inPrivate(READER, "/about"));
    }

    server.await(
        "notice",
        _ ->
            server.messages(READER).stream()
                .anyMatch(message -> message.text().startsWith("Das ist viel auf einmal.")),
        Duration.ofMinutes(1));
  }

  private String notice(int press) {
    return server
        .awaitCalls("answerCallbackQuery", press)
        .get(press - 1)
        .parameters()
        .path("text")
        .asText();
  }

  /** The next message in a chat that has so many. */
  private SentMessage next(long chat, int before) {
    server.await("reply", _ -> server.messages(chat).size() > before, Duration.ofMinutes(1));
    return server.messages(chat).get(before);
  }

  /** Waits until what was said before in a chat is noted: this is handled after that. */
  private void awaitNoted(MessageUpdate about, int before) {
    server.enqueue(about);
    next(about.message().path("chat").path("id").asLong(), before);
  }

  private static MessageUpdate moved(long chat, String how, long other) {
    MessageUpdate update = Updates.emptyInGroup(chat, READER);
    update.message().put(how, other);
    return update;
  }

  /** What the bot says to an update, once it has so many quotes. */
  private List<SentMessage> say(long chat, MessageUpdate update, int quotes) {
    int before = server.messages(chat).size();
    server.enqueue(update);
    server.await(
        "reply", _ -> quotes(server.messages(chat), before) >= quotes, Duration.ofMinutes(1));
    return server.messages(chat).subList(before, server.messages(chat).size());
  }

  private static int quotes(List<SentMessage> messages, int before) {
    return messages.stream().skip(before).mapToInt(m -> m.words("blockquote").size()).sum();
  }
}
