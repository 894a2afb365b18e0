package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.bot.Request;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Updates;
import io.verbatim.botapi.Updates.MessageUpdate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.Update;

class UpdateReaderTest {
  private static final String NAME = "@" + BotApiDouble.NAME;
  private static final long GROUP = -1001;

  private final UpdateReader reader = new UpdateReader(new Me(BotApiDouble.BOT, BotApiDouble.NAME));

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
    assertEquals(Optional.empty(), read(Updates.sticker(5).json()));
    assertEquals(Optional.empty(), read(Updates.joined(GROUP, 5).json()));
    assertEquals(Optional.empty(), read(Updates.inChannel(-1003, "/ask news").json()));
    assertEquals(Optional.empty(), read(Updates.edited(5, "changed").json()));
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

  @Test
  void readsAPress() {
    ObjectNode update = Updates.press(5, 70, 6, "p:3");
    String query = update.at("/callback_query/id").asText();

    assertEquals(
        Optional.of(
            new Incoming.Pressed(
                5, 70, OptionalInt.empty(), query, new Request.Press("p:3", Locale.ENGLISH))),
        read(update));
  }

  @Test
  void readsAPressUnderAMessageThatIsTooOldToShow() {
    ObjectNode update = Updates.press(5, 70, 6, "p:3");
    var message = (ObjectNode) update.at("/callback_query/message");
    message.remove("text");
    message.remove("from");
    message.put("date", 0);

    assertEquals(Optional.of(5L), read(update).map(Incoming::chat));
  }

  private Incoming.Asked asked(MessageUpdate update) {
    return (Incoming.Asked) read(update.json()).orElseThrow();
  }

  private Optional<String> text(MessageUpdate update) {
    return read(update.json())
        .map(Incoming::request)
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
