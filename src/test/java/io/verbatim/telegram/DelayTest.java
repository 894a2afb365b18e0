package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.botapi.Updates;
import io.verbatim.botapi.Updates.MessageUpdate;
import io.verbatim.journal.Entry;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telegram.telegrambots.meta.api.objects.Update;

class DelayTest {
  private static final int SENT = 1_800_000_000;

  @ParameterizedTest
  @CsvSource({"60, false", "172800, false", "172801, true", "9999999, true"})
  void anEditIsOldByWhenItComesAndNotByItsDate(long after, boolean old) throws Exception {
    MessageUpdate edit = Updates.edited(5, "why?");
    edit.message().put("date", SENT).put("edit_date", SENT + 60);

    assertEquals(old, Delay.isOfAnOldMessage(received(after), update(edit.json())));
  }

  @ParameterizedTest
  @CsvSource({"60", "172801", "9999999"})
  void aMessageIsNeverTooOldToBeRead(long after) throws Exception {
    MessageUpdate message = Updates.inPrivate(5, "why?");
    message.message().put("date", SENT);

    assertEquals(false, Delay.isOfAnOldMessage(received(after), update(message.json())));
  }

  private static Entry received(long after) {
    return new Entry(1, 1, 5, Instant.ofEpochSecond(SENT).plusSeconds(after), 0, "{}");
  }

  private static Update update(ObjectNode update) throws Exception {
    return new ObjectMapper().treeToValue(update, Update.class);
  }
}
