package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

class GetBatchTest {
  private static final GetBatch REQUEST = GetBatch.from(7, 100, Duration.ofSeconds(50));

  @Test
  void readsElementByElement() throws Exception {
    Batch batch =
        REQUEST.deserializeResponse(
            """
            {"result":[{"update_id":3},{"message":5,"update_id":1},null,7,"x",[{"update_id":9}],
            {"update_id":2.5},{"update_id":-4},{"inner":{"update_id":8}},{"update_id":2147483647},
            {"update_id":2}],"ok":true,"new":{"ok":false}}
            """);

    assertEquals(List.of(2, 3), batch.updates().stream().map(Batch.Element::id).toList());
    assertEquals(
        List.of("{\"message\":5,\"update_id\":1}"),
        batch.unreadable().stream().map(Batch.Element::json).toList());
    assertEquals(8, batch.strays());
  }

  @Test
  void confirmsWhatCannotBeReadToo() throws Exception {
    Batch batch =
        REQUEST.deserializeResponse(
            """
            {"ok":true,"result":[{"update_id":4},{"update_id":5},{"update_id":6,"message":1}]}\
            """);

    assertEquals(7, batch.next());
    assertEquals(0, REQUEST.deserializeResponse("{\"ok\":true,\"result\":[]}").next());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"ok\":true}",
        "{\"ok\":true,\"result\":{}}",
        "{\"ok\":true,\"result\":[{\"update_id\":1}",
        "{\"ok\":true,\"result\":[{\"update_id\":1},",
        "{\"ok\":true,\"result\":[]",
        "{\"result\":[]}",
        "{\"ok\":false,\"error_code\":500,\"description\":\"x\"}",
        "<html>",
      })
  void refusesWhatIsNoAnswer(String answer) {
    assertThrows(TelegramApiRequestException.class, () -> REQUEST.deserializeResponse(answer));
  }
}
