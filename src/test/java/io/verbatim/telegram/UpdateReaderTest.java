package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.bot.Memory;
import io.verbatim.bot.Reader;
import io.verbatim.bot.Reader.Company;
import io.verbatim.bot.Request;
import io.verbatim.bot.Request.Attached.Kind;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Updates;
import io.verbatim.botapi.Updates.MessageUpdate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.Update;

class UpdateReaderTest {
  private static final String NAME = "@" + BotApiDouble.NAME;
  private static final long GROUP = -1001;

  private static final Seal SEAL = new Seal(new byte[32]);
  private static final long ADMIN = 99;

  private final UpdateReader reader =
      new UpdateReader(new Me(BotApiDouble.BOT, BotApiDouble.NAME), SEAL, Set.of(ADMIN));

  @Test
  void readsChatMessageAndLanguage() {
    var update = Updates.inPrivate(5, "Why?").language("pt-br");

    assertEquals(
        Optional.of(
            new Incoming.Asked(
                5,
                update.id(),
                OptionalInt.empty(),
                5,
                false,
                new Request.Message("Why?", Locale.forLanguageTag("pt-BR")))),
        read(update.json()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What is it?              | What is it?
          /summary 3               | /summary 3
          /summary@VerbatimTestBot | /summary
          /ASK@verbatimtestbot why | /ASK why
          /nonsense                | /nonsense
          /summary@OtherBot        |
          /ask@OtherBot why        |
          /path/of a file          | /path/of a file
          """)
  void readsAPrivateText(String text, String wanted) {
    assertEquals(Optional.ofNullable(wanted), text(Updates.inPrivate(5, text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What is it?                |
          /ask what is it?           | /ask what is it?
          /ask@VerbatimTestBot what? | /ask what?
          /nonsense@VerbatimTestBot  | /nonsense
          /nonsense                  |
          /ask@OtherBot what?        |
          @VerbatimTestBot           |
          /stats                     |
          /stats@VerbatimTestBot     | /stats
          """)
  void readsAGroupTextWithoutMentions(String text, String wanted) {
    assertEquals(Optional.ofNullable(wanted), text(Updates.inGroup(GROUP, 5, text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @VerbatimTestBot what is it?  | @VerbatimTestBot | what is it?
          🐝🐝 @verbatimtestbot: who?   | @verbatimtestbot | 🐝🐝 : who?
          so @VerbatimTestBot what is?  | @VerbatimTestBot | so what is?
          @VerbatimTestBot, what is it? | @VerbatimTestBot | what is it?
          @VerbatimTestBot : what is?   | @VerbatimTestBot | what is?
          @VerbatimTestBot,             | @VerbatimTestBot | /help
          so, @VerbatimTestBot, what?   | @VerbatimTestBot | so, , what?
          @VerbatimTestBot 👍           | @VerbatimTestBot |
          what is it @VerbatimTestBot   | @VerbatimTestBot | what is it
          @VerbatimTestBot              | @VerbatimTestBot | /help
          @VerbatimTestBot2 what is it? | @VerbatimTestBot2 |
          """)
  void readsAGroupTextThatMentionsTheBot(String text, String mention, String wanted) {
    assertEquals(
        Optional.ofNullable(wanted),
        text(Updates.inGroup(GROUP, 5, text).entity("mention", mention)));
  }

  @Test
  void readsAMentionByIdAndLeavesOthersAlone() {
    assertEquals(
        Optional.of("what is it?"),
        text(
            Updates.inGroup(GROUP, 5, "Verbatim what is it?")
                .mentionById(BotApiDouble.BOT, "Verbatim ")));
    assertEquals(
        Optional.empty(),
        text(Updates.inGroup(GROUP, 5, "Anna what is it?").mentionById(6, "Anna")));
  }

  @Test
  void readsAReplyToTheBot() {
    assertEquals(Optional.of("and why?"), text(Updates.inGroup(GROUP, 5, "and why?").replyToBot()));
    assertEquals(Optional.empty(), text(Updates.inGroup(GROUP, 5, "and why?").replyToReader(6)));
    assertEquals(Optional.empty(), text(Updates.inGroup(GROUP, 5, "/why@OtherBot").replyToBot()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"👍", "😂😂", "?", "…"})
  void answersNoMereSignInAGroup(String sign) {
    assertEquals(Optional.empty(), text(Updates.inGroup(GROUP, 5, sign).replyToBot()));
    assertEquals(Optional.of(sign), text(Updates.inPrivate(5, sign).replyToBot()));
  }

  @Test
  void leavesToAChannelWhatReadersWriteToIt() {
    var direct = Updates.inGroup(GROUP, 5, "/ask why?");
    direct.message().putObject("direct_messages_topic").put("topic_id", 5);
    ((ObjectNode) direct.message().path("chat")).put("is_direct_messages", true);

    assertEquals(Optional.empty(), read(direct.json()));
  }

  @Test
  void readsACaptionAsText() {
    assertEquals(
        Optional.of("what is this?"), text(Updates.inPrivate(5, "what is this?").asCaption()));
    assertEquals(
        Optional.of("what is this?"),
        text(
            Updates.inGroup(GROUP, 5, NAME + " what is this?")
                .entity("mention", NAME)
                .asCaption()));
    assertEquals(Optional.empty(), text(Updates.inGroup(GROUP, 5, "what is this?").asCaption()));
  }

  @Test
  void readsThoseWhoWriteInTheNameOfAChat() {
    assertEquals(
        Optional.of("/ask why"), text(Updates.inGroup(GROUP, 5, "/ask why").inTheNameOf(-1009)));
  }

  @Test
  void leavesAloneWhatIsNoQuestion() {
    MessageUpdate forwarded = Updates.inGroup(GROUP, 5, "/ask why").inTheNameOf(-1009);
    forwarded.message().put("is_automatic_forward", true);
    MessageUpdate inline = Updates.inPrivate(5, "our own words");
    inline.message().set("via_bot", bot());

    assertEquals(Optional.empty(), read(Updates.inPrivate(5, "hello").byBot().json()));
    assertEquals(Optional.empty(), read(Updates.joined(GROUP, 5).json()));
    assertEquals(Optional.empty(), read(Updates.inChannel(-1003, "/ask news").json()));
    assertEquals(Optional.empty(), read(forwarded.json()));
    assertEquals(Optional.empty(), read(inline.json()));
    assertEquals(Optional.empty(), read(new ObjectMapper().createObjectNode()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void leavesBlankTextsAlone(String text) {
    assertEquals(Optional.empty(), text(Updates.inPrivate(5, text)));
  }

  @Test
  void keepsTheTopicOnlyOfAForum() {
    var inTopic = Updates.inGroup(GROUP, 5, "/ask why").inTopic(9);
    var inThread = Updates.inGroup(GROUP, 5, "/ask why").inThread(9);

    assertEquals(OptionalInt.of(9), asked(inTopic).topic());
    assertEquals(OptionalInt.empty(), asked(inThread).topic());
  }

  @Test
  void survivesEntitiesThatDoNotFit() {
    var update = Updates.inGroup(GROUP, 5, "so " + NAME).entity("mention", NAME);
    var entity = (ObjectNode) update.message().at("/entities/0");
    int most = Integer.MAX_VALUE;
    for (int[] range : new int[][] {{-1, 5}, {90, 10}, {0, 9_999}, {5, -3}, {most, most}}) {
      entity.put("offset", range[0]).put("length", range[1]);
      var privately = Updates.inPrivate(5, "why?");
      privately.message().set("entities", update.message().get("entities"));

      assertEquals(Optional.empty(), text(update));
      assertEquals(Optional.of("why?"), text(privately));
    }
  }

  // What comes with a message

  @Test
  void readsWhatAReplyRefersTo() {
    var answer = Updates.inPrivate(5, "and why?").replyTo(true, "They fly up to 3 km.");
    var other = Updates.inGroup(GROUP, 5, "/ask why?").replyTo(false, "They fly up to 9 km.");

    assertEquals(attached("They fly up to 3 km.", Kind.ANSWER), attachedTo(answer));
    assertEquals(attached("They fly up to 9 km.", Kind.OTHER), attachedTo(other));
    assertEquals(attached("3 km", Kind.SELECTED), attachedTo(answer.selecting("3 km")));
    assertEquals(attached("9 km", Kind.OTHER), attachedTo(other.selecting("9 km")));
    assertEquals(Optional.empty(), attachedTo(Updates.inPrivate(5, "why?")));
  }

  @Test
  void readsASelectedPartOfAnAnswerThatStandsInAnotherChat() {
    var update = Updates.inPrivate(5, "why?").replyFrom(GROUP, BotApiDouble.BOT).selecting("3 km");
    var other = Updates.inPrivate(5, "why?").replyFrom(GROUP, 6).selecting("3 km");

    assertEquals(attached("3 km", Kind.SELECTED), attachedTo(update));
    assertEquals(attached("3 km", Kind.OTHER), attachedTo(other));
  }

  @Test
  void takesNoQuoteForSelectedThatTelegramChose() {
    var update = Updates.inPrivate(5, "why?").replyTo(true, "They fly.").selecting("They");
    ((ObjectNode) update.message().path("quote")).remove("is_manual");

    assertEquals(attached("They fly.", Kind.ANSWER), attachedTo(update));
  }

  @Test
  void readsWhatIsForwardedInAPrivateChatAlone() {
    assertEquals(
        attached("They fly.", Kind.FORWARDED),
        attachedTo(Updates.inPrivate(5, "They fly.").forwarded()));
    assertEquals(Optional.empty(), text(Updates.inGroup(GROUP, 5, "/ask who flies?").forwarded()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@VerbatimTestBot", "/ask", "/ask@VerbatimTestBot"})
  void answersTheQuestionOfAnotherWhenCalledUnderIt(String text) {
    var update = Updates.inGroup(GROUP, 5, text).replyTo(false, "How far do bees fly?");
    if (text.startsWith("@")) {
      update.entity("mention", text);
    }

    assertEquals(Optional.of("/ask How far do bees fly?"), text(update));
  }

  static Stream<String> kindsOfContent() {
    return Stream.of(
        "animation audio contact dice document location poll sticker story venue video "
            .concat("video_note voice live_photo")
            .split(" "));
  }

  @ParameterizedTest
  @MethodSource("kindsOfContent")
  void noticesWhatHasNoWordsInAPrivateChatAlone(String kind) {
    var privately = Updates.empty(5);
    privately.message().set(kind, content());
    var inGroup = Updates.emptyInGroup(GROUP, 5).replyToBot();
    inGroup.message().set(kind, content());

    assertInstanceOf(Request.Wordless.class, asked(privately).request());
    assertEquals(Optional.empty(), read(inGroup.json()));
  }

  /** What the library wants to see in one kind or other. */
  private static ObjectNode content() {
    return new ObjectMapper()
        .createObjectNode()
        .put("file_id", "id")
        .put("file_unique_id", "unique")
        .put("title", "title")
        .put("description", "description")
        .put("latitude", 48.1)
        .put("longitude", 11.5)
        .put("width", 1)
        .put("height", 1)
        .put("duration", 1);
  }

  @Test
  void noticesAnAlbumOnce() {
    var pictures = List.of(picture("one"), picture("one"), picture("one"), picture("two"));

    List<Boolean> noticed =
        pictures.stream().map(picture -> read(picture.json()).isPresent()).toList();

    assertEquals(List.of(true, false, false, true), noticed);
    assertTrue(read(pictures.getFirst().json()).isPresent(), "when it is handed over again");
  }

  @Test
  void aCaptionSpeaksForItsAlbum() {
    MessageUpdate first = Updates.inPrivate(5, "What is this?").asCaption();
    first.message().put("media_group_id", "one");

    assertEquals(Optional.of("What is this?"), text(first));
    assertEquals(Optional.empty(), read(picture("one").json()));
  }

  private static MessageUpdate picture(String album) {
    MessageUpdate picture = Updates.inPrivate(5, "").asCaption();
    picture.message().put("media_group_id", album);
    return picture;
  }

  // Edits

  @Test
  void readsAnEditAsTheSameMessageAnew() {
    MessageUpdate update = Updates.edited(5, "And why?");

    assertEquals(
        Optional.of(
            new Incoming.Asked(
                5,
                update.id(),
                OptionalInt.empty(),
                5,
                true,
                new Request.Message("And why?", Locale.ENGLISH))),
        read(update.json()));
  }

  @Test
  void readsAnEditInAGroupOnlyIfItIsForTheBot() {
    assertEquals(Optional.empty(), text(Updates.editedInGroup(GROUP, 5, "why?")));
    assertEquals(
        Optional.of("why?"),
        text(Updates.editedInGroup(GROUP, 5, NAME + " why?").entity("mention", NAME)));
  }

  @Test
  void leavesEditsAloneThatHaveNoWordsOrDate() {
    MessageUpdate walking = Updates.edited(5, "");
    walking.message().putObject("location").put("latitude", 48.1).put("longitude", 11.5);

    MessageUpdate undated = Updates.edited(5, "why?");
    undated.message().remove("edit_date");

    assertEquals(Optional.empty(), read(undated.json()));
    assertEquals(Optional.empty(), read(walking.json()));
  }

  // Who speaks

  @Test
  void knowsWhoReadsAlongAndWhoIsAnAdmin() {
    Reader alone = asked(Updates.inPrivate(5, "why?")).request().reader();
    Reader admin = asked(Updates.inGroup(GROUP, ADMIN, "/ask why?")).request().reader();

    assertEquals(new Reader(Locale.ENGLISH, Company.ALONE, false, Memory.NONE), alone);
    assertEquals(new Reader(Locale.ENGLISH, Company.GROUP, true, Memory.NONE), admin);
  }

  // The chat itself

  @Test
  void noticesThatItIsNewInAGroup() {
    assertInstanceOf(
        Incoming.Added.class, read(Updates.membership(GROUP, 5, "left", "member")).orElseThrow());
    assertInstanceOf(
        Incoming.Added.class,
        read(Updates.membership(GROUP, 5, "kicked", "administrator")).orElseThrow());
    assertEquals(Optional.empty(), read(Updates.membership(GROUP, 5, "member", "administrator")));
    assertEquals(Optional.empty(), read(Updates.membership(5, 5, "kicked", "member")));
  }

  @ParameterizedTest
  @CsvSource({"-1001,left", "-1001,kicked", "-1001,restricted", "5,kicked"})
  void noticesThatItIsNoLongerWanted(long chat, String status) {
    assertEquals(
        Optional.of(new Incoming.Gone(chat)), read(Updates.membership(chat, 5, "member", status)));
  }

  @Test
  void noticesThatAGroupBecameASupergroup() {
    MessageUpdate old = Updates.emptyInGroup(-5, 5);
    old.message().put("migrate_to_chat_id", GROUP);
    MessageUpdate fresh = Updates.emptyInGroup(GROUP, 5);
    fresh.message().put("migrate_from_chat_id", -5);

    assertEquals(Optional.of(new Incoming.Moved(-5, GROUP)), read(old.json()));
    assertEquals(Optional.of(new Incoming.Moved(-5, GROUP)), read(fresh.json()));
  }

  @Test
  void aSupergroupThatWasAGroupIsNeitherNewNorIsTheGroupLeft() {
    MessageUpdate old = Updates.emptyInGroup(-5, 5);
    old.message().put("migrate_to_chat_id", GROUP);
    reader.foresee(new Batch.Element(9, -5, old.json().toString()));

    assertEquals(
        Optional.of(new Incoming.Moved(-5, GROUP)),
        read(Updates.membership(-5, 5, "member", "left")));
    assertEquals(Optional.empty(), read(Updates.membership(GROUP, 5, "left", "member")));
    assertInstanceOf(
        Incoming.Added.class,
        read(Updates.membership(GROUP, 5, "left", "member")).orElseThrow(),
        "left and joined later");
  }

  // Presses

  @Test
  void readsAPress() {
    ObjectNode update = Updates.press(GROUP, 70, 6, sealed(GROUP, 6, "p:3"));

    assertEquals(
        Optional.of(
            new Incoming.Pressed(
                GROUP,
                70,
                OptionalInt.empty(),
                6,
                Seal.Owner.of(6),
                query(update),
                Optional.empty(),
                new Request.Press(
                    "p:3", new Reader(Locale.ENGLISH, Company.GROUP, false, Memory.NONE)))),
        read(update));
  }

  @ParameterizedTest
  @CsvSource({
    "How far do bees fly?, How far do bees fly?",
    "/ask@VerbatimTestBot How far?, How far?",
    "/ASK How far?, How far?",
    "'/ask\nHow far?', How far?",
    "/summary,",
  })
  void readsThePressedAnswersQuestion(String asked, String question) {
    ObjectNode update = Updates.press(GROUP, 70, 6, sealed(GROUP, 6, "p:3"));
    var message = (ObjectNode) update.at("/callback_query/message");
    message.set(
        "reply_to_message",
        asked.startsWith("/")
            ? Updates.inGroup(GROUP, 6, asked).message()
            : Updates.inPrivate(6, asked).message());

    var pressed = (Incoming.Pressed) read(update).orElseThrow();

    assertEquals(Optional.ofNullable(question), pressed.answered());
  }

  @Test
  void takesNoPageForAQuestionThatAFurtherPartRefersTo() {
    ObjectNode update = Updates.press(6, 71, 6, sealed(6, 6, "p:3"));
    var message = (ObjectNode) update.at("/callback_query/message");
    message.set("reply_to_message", Updates.inPrivate(6, "a page").message());
    ((ObjectNode) message.path("reply_to_message")).set("from", bot());

    assertEquals(Optional.empty(), ((Incoming.Pressed) read(update).orElseThrow()).answered());
  }

  @Test
  void readsAPressUnderAMessageThatIsTooOldToShow() {
    ObjectNode update = Updates.press(5, 70, 5, sealed(5, 5, "p:3"));
    var message = (ObjectNode) update.at("/callback_query/message");
    message.remove("text");
    message.remove("from");
    message.put("date", 0);

    assertInstanceOf(Incoming.Pressed.class, read(update).orElseThrow());
  }

  @Test
  void letsOthersVoteButNotTurnPages() {
    ObjectNode turn = Updates.press(GROUP, 70, 7, sealed(GROUP, 6, "p:3"));
    ObjectNode vote = Updates.press(GROUP, 70, 7, sealed(GROUP, 6, "v:3"));

    assertEquals(Optional.of(idle(turn, GROUP, 7, "button.not-yours")), read(turn));
    assertInstanceOf(Incoming.Pressed.class, read(vote).orElseThrow());
  }

  @Test
  void letsAnyoneTurnThePagesOfWhoAskedInTheNameOfAChat() {
    String data = SEAL.close(GROUP, Seal.Owner.of(GROUP), "p:3");

    assertInstanceOf(Incoming.Pressed.class, read(Updates.press(GROUP, 70, 7, data)).orElseThrow());
  }

  @Test
  void saysThatAButtonIsOutOfDateWhichItDidNotMake() {
    String genuine = sealed(5, 5, "p:3");
    var forged =
        List.of(
            "p:3",
            genuine.replace("p:3", "p:4"),
            genuine.substring(1),
            genuine.substring(0, Seal.BYTES),
            sealed(6, 5, "p:3"),
            new Seal(new byte[] {1}).close(5, Seal.Owner.of(5), "p:3"));

    for (String data : forged) {
      ObjectNode update = Updates.press(5, 70, 5, data);
      assertEquals(Optional.of(idle(update, 5, 5, "button.stale")), read(update));
    }
  }

  private static Incoming idle(ObjectNode press, long chat, long by, String notice) {
    var place = new Incoming.Place(chat, OptionalInt.empty(), by);
    return new Incoming.Idle(query(press), notice, place, Locale.ENGLISH);
  }

  private static String sealed(long chat, long owner, String data) {
    return SEAL.close(chat, Seal.Owner.of(owner), data);
  }

  private static String query(ObjectNode update) {
    return update.at("/callback_query/id").asText();
  }

  private static Optional<Request.Attached> attached(String text, Kind kind) {
    return Optional.of(new Request.Attached(text, kind));
  }

  private Optional<Request.Attached> attachedTo(MessageUpdate update) {
    return ((Request.Message) asked(update).request()).attached();
  }

  private Incoming.Asked asked(MessageUpdate update) {
    return (Incoming.Asked) read(update.json()).orElseThrow();
  }

  private Optional<String> text(MessageUpdate update) {
    return read(update.json())
        .map(incoming -> ((Incoming.Asked) incoming).request())
        .map(request -> ((Request.Message) request).text());
  }

  private Optional<Incoming> read(ObjectNode update) {
    try {
      return reader.read(new ObjectMapper().treeToValue(update, Update.class));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode bot() {
    return new ObjectMapper()
        .createObjectNode()
        .put("id", BotApiDouble.BOT)
        .put("is_bot", true)
        .put("first_name", "Verbatim");
  }
}
