package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class OneLineTest {
  @Test
  void showsTimeLevelLoggerMessageAndPairs() {
    LoggingEvent event = event("Poll failed", null);
    event.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
    event.setKeyValuePairs(List.of(new KeyValuePair("chat", 7), new KeyValuePair("update", 12)));

    assertEquals(
        "2026-01-02T03:04:05.678Z WARN telegram.Poller - Poll failed chat=7 update=12\n",
        new OneLine().doLayout(event));
  }

  @Test
  void showsTheIdsOfTheUpdateInHand() {
    LoggingEvent event = event("a reply waits", null);
    event.setMDCPropertyMap(Map.of("chat", "7", "update", "12"));

    assertTrue(
        new OneLine().doLayout(event).endsWith(" - a reply waits update=12 chat=7\n"),
        new OneLine().doLayout(event));
  }

  @Test
  void anExceptionWithItsCauseIsStillOneLine() {
    var thrown =
        new IllegalStateException("first\nsecond", new IOException("reset\r\nWARN forged"));

    String line = new OneLine().doLayout(event("It\nfailed", thrown));

    assertEquals(1, line.lines().count());
    assertTrue(
        line.contains(" - It\\nfailed | java.lang.IllegalStateException: first\\nsecond at "));
    assertTrue(line.contains(" | caused by java.io.IOException: reset\\u000d\\nWARN forged"));
  }

  @Test
  void controlCharactersAreWrittenOut() {
    assertEquals(
        "a\\u001b[31mb\\u2028c\\u0085d\\u0000 é 🙂",
        OneLine.escaped("a\u001b[31mb\u2028c\u0085d\0 é 🙂"));
  }

  @Test
  void tokensAreHidden() {
    String token = "123456789:AAabcdefghijklmnopqrstuvwxyz-_01234";

    String line =
        new OneLine()
            .doLayout(event("POST /bot" + token + "/getMe", new IOException("at bot" + token)));

    assertFalse(line.contains("AAabc"), line);
    assertTrue(line.contains("POST /bot(token)/getMe"), line);
  }

  private static LoggingEvent event(String message, @Nullable Throwable thrown) {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    var logger = context.getLogger("telegram.Poller");
    return new LoggingEvent(OneLineTest.class.getName(), logger, Level.WARN, message, thrown, null);
  }
}
