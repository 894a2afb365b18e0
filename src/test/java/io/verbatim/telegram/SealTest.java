package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.bot.Reply.Button.Press;
import io.verbatim.telegram.Seal.Opened;
import io.verbatim.telegram.Seal.Owner;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final Owner READER = Owner.of(987_654_321);
  private final Seal seal = new Seal(new byte[] {1, 2, 3});

  @Test
  void opensWhatItClosed() {
    assertEquals(
        Optional.of(new Opened("quote:é👑", READER)),
        seal.open(-100, seal.close(-100, READER, "quote:é👑")));
  }

  @Test
  void leavesRoomForTheLongestData() {
    String sealed = seal.close(-1_009_999_999_999L, READER, "d".repeat(Press.MOST_BYTES));

    assertTrue(sealed.getBytes(StandardCharsets.UTF_8).length <= 64);
  }

  @Test
  void opensNothingElsewhereNorAnythingChanged() {
    String sealed = seal.close(-100, READER, "p:1");

    assertEquals(Optional.empty(), seal.open(-101, sealed));
    for (int i = 0; i < sealed.length(); i++) {
      char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
      String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
      assertEquals(Optional.empty(), seal.open(-100, changed), changed);
    }
  }

  @Test
  void tellsHalvesOfPairsApart() {
    String sealed = seal.close(1, READER, "?");

    assertEquals(Optional.empty(), seal.open(1, sealed.replace("?", "\uD800")));
  }

  @Test
  void isForItsOwnerAlone() {
    assertTrue(READER.includes(987_654_321));
    assertFalse(READER.includes(987_654_322));
    assertTrue(Owner.ANYONE.includes(5));
    assertEquals(Owner.ANYONE, Owner.of(-100), "who writes in the name of a chat");
  }
}
