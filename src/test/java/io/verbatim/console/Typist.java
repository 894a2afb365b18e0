package io.verbatim.console;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A keyboard whose user looks at the screen: types only once it shows what was waited for. Its
 * input ends with the last text typed.
 */
final class Typist extends InputStream {
  private final ByteArrayOutputStream screen;
  private final Deque<String> steps;
  private final Deque<Byte> typed = new ArrayDeque<>();
  private int seen;

  /**
   * A keyboard.
   *
   * @param screen what the terminal writes to
   * @param steps by turns a text to wait for and a text to type
   */
  Typist(ByteArrayOutputStream screen, String... steps) {
    this.screen = screen;
    this.steps = new ArrayDeque<>(List.of(steps));
  }

  @Override
  public int read() {
    if (typed.isEmpty()) {
      if (steps.isEmpty()) {
        return -1;
      }
      look(steps.removeFirst());
      for (byte b : steps.removeFirst().getBytes(StandardCharsets.UTF_8)) {
        typed.add(b);
      }
    }
    return typed.removeFirst();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    int next = read();
    if (next < 0) {
      return -1;
    }
    bytes[offset] = (byte) next;
    return 1;
  }

  private void look(String awaited) {
    for (int at = shown(awaited); at < 0; at = shown(awaited)) {
      Thread.onSpinWait();
    }
    seen = shown(awaited) + awaited.length();
  }

  private int shown(String awaited) {
    return screen.toString(StandardCharsets.UTF_8).indexOf(awaited, seen);
  }
}
