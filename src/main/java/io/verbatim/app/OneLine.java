package io.verbatim.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * An event of the log as one line, whatever is in it: time, level, logger, message, {@code
 * key=value} pairs, those of the update in hand last, then the exceptions from the outermost to the
 * cause. Control characters are escaped, so that no name or text of a reader can forge a line, and
 * tokens are made unreadable.
 */
final class OneLine extends LayoutBase<ILoggingEvent> {
  private static final int FRAMES = 12;

  @Override
  public String doLayout(ILoggingEvent event) {
    var line = new StringBuilder();
    line.append(event.getInstant()).append(' ').append(event.getLevel()).append(' ');
    line.append(event.getLoggerName()).append(" - ").append(event.getFormattedMessage());
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(pair -> line.append(' ').append(pair.key).append('=').append(pair.value));
    }
    event.getMDCPropertyMap().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
        .forEach(id -> line.append(' ').append(id.getKey()).append('=').append(id.getValue()));
    append(event.getThrowableProxy(), line);
    return escaped(Secrets.hidden(line.toString())) + System.lineSeparator();
  }

  private static void append(@Nullable IThrowableProxy thrown, StringBuilder line) {
    String before = " | ";
    for (var next = thrown; next != null; next = next.isCyclic() ? null : next.getCause()) {
      line.append(before).append(next.getClassName()).append(": ").append(next.getMessage());
      var frames = next.getStackTraceElementProxyArray();
      int shown = Math.min(FRAMES, frames.length - next.getCommonFrames());
      for (int i = 0; i < shown; i++) {
        line.append(i == 0 ? " at " : " < ").append(frames[i].getStackTraceElement());
      }
      before = " | caused by ";
    }
  }

  /** A text without line breaks and other control characters: {@code \n} is written out. */
  static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    text.chars()
        .forEach(unit -> {
          boolean breaks = unit == '\u2028' || unit == '\u2029';
          if (unit == '\n') {
            escaped.append("\\n");
          } else if (Character.isISOControl(unit) || breaks) {
            escaped.append("\\u%04x".formatted(unit));
          } else {
            escaped.append((char) unit);
          }
        });
    return escaped.toString();
  }
}
