package io.verbatim.botapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestCheckTest {
  private static final String LONG = "x".repeat(600);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          setMyCommands         | {"commands":[{"command":"ask","description":"d"}]}       | true
          setMyCommands         | {"commands":[{"command":"Ask","description":"d"}]}       | false
          setMyCommands         | {"commands":[{"command":"ask","description":""}]}        | false
          setMyCommands         | {"commands":[]}                                          | false
          setMyDescription      | {"description":"d","language_code":"de"}                 | true
          setMyDescription      | {"description":"LONG"}                                   | false
          setMyDescription      | {"description":"d","language_code":"deu"}                | false
          setMyShortDescription | {"short_description":"LONG"}                             | false
          deleteMessage         | {"chat_id":1,"message_id":2}                             | true
          deleteMessage         | {"chat_id":1}                                            | false
          editMessageText       | {"chat_id":1,"text":"x"}                                 | false
          sendChatAction        | {"chat_id":1,"action":"typing"}                          | true
          sendChatAction        | {"chat_id":1,"action":"thinking"}                        | false
          answerCallbackQuery   | {"callback_query_id":"1","text":"LONG"}                  | false
          getUpdates            | {"allowed_updates":["message","inline_query"]}           | true
          getUpdates            | {"allowed_updates":["poll"]}                             | false
          getUpdates            | {"limit":100,"timeout":50}                               | true
          getUpdates            | {"limit":500}                                            | false
          getUpdates            | {"limit":0}                                              | false
          getUpdates            | {"timeout":90}                                           | false
          """)
  void knowsTheLimits(String method, String parameters, boolean good) throws Exception {
    assertEquals(good, violation(method, parameters.replace("LONG", LONG)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"text":"b","copy_text":{"text":"x"}}                       | true
          {"text":"b","copy_text":{"text":""}}                        | false
          {"text":"b","copy_text":{"text":"LONG"}}                    | false
          {"text":"b","url":"https://t.me/VerbatimTestBot?start=a_1"} | true
          {"text":"b","url":"https://t.me/VerbatimTestBot?start=a:1"} | false
          {"text":"b","url":"https://t.me/VerbatimTestBot?start="}    | false
          {"text":"b","url":"nowhere"}                                | false
          {"text":"b","url":"https://t.me/x","callback_data":"x"}     | false
          """)
  void knowsTheLimitsOfButtons(String button, boolean good) throws Exception {
    String markup = "{\"inline_keyboard\":[[" + button.replace("LONG", LONG) + "]]}";

    assertEquals(
        good,
        violation("sendMessage", "{\"chat_id\":1,\"text\":\"x\",\"reply_markup\":" + markup + "}")
            .isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "id":"1","title":"t","input_message_content":{"message_text":"x"}                     | true
          "id":"","title":"t","input_message_content":{"message_text":"x"}                      | false
          "id":"LONG","title":"t","input_message_content":{"message_text":"x"}                  | false
          "id":"1","title":"","input_message_content":{"message_text":"x"}                      | false
          "id":"1","title":"t","input_message_content":{"message_text":" "}                     | false
          "id":"1","title":"t","input_message_content":{"message_text":"x","parse_mode":"HTML"} | false
          """)
  void knowsTheLimitsOfInlineResults(String result, boolean good) throws Exception {
    String one = "{\"type\":\"article\"," + result.replace("LONG", LONG) + "}";
    String answer = "{\"inline_query_id\":\"1\",\"cache_time\":300,\"results\":[%s]}";

    assertEquals(good, violation("answerInlineQuery", answer.formatted(one)).isEmpty());
    assertEquals(
        Optional.of(good ? "RESULT_ID_DUPLICATE" : "as before"),
        violation("answerInlineQuery", answer.formatted(one + "," + one))
            .map(wrong -> good ? wrong : "as before"));
  }

  @ParameterizedTest
  @CsvSource({
    "blockquote,           0, blockquote,            2, true",
    "blockquote,           0, bold,                  0, true",
    "blockquote,           0, blockquote,            0, false",
    "expandable_blockquote,0, blockquote,            1, false",
  })
  void wantsNoQuoteInAQuote(String one, int from, String other, int at, boolean good)
      throws Exception {
    String entity = "{\"type\":\"%s\",\"offset\":%d,\"length\":%d}";
    String entities = entity.formatted(one, from, 2) + "," + entity.formatted(other, at, 1);
    String message = "{\"chat_id\":1,\"text\":\"words\",\"entities\":[" + entities + "]}";

    assertEquals(good, violation("sendMessage", message).isEmpty());
  }

  @Test
  void wantsALinkToLeadSomewhere() throws Exception {
    String text =
        "{\"chat_id\":1,\"text\":\"x\",\"entities\":"
            + "[{\"type\":\"text_link\",\"offset\":0,\"length\":1%s}]}";

    assertEquals(
        Optional.empty(),
        violation(
            "sendMessage", text.formatted(",\"url\":\"https://t.me/VerbatimTestBot?start=a\"")));
    assertEquals(
        Optional.of("leads nowhere: entity text_link at 0 to 1 of 1"),
        violation("sendMessage", text.formatted("")));
  }

  private static Optional<String> violation(String method, String parameters) throws Exception {
    return RequestCheck.violation(
        method.toLowerCase(Locale.ROOT), (ObjectNode) new ObjectMapper().readTree(parameters));
  }
}
