package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.journal.Failing;
import io.verbatim.journal.JournalException;
import io.verbatim.journal.JournalException.Trouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DiskPatienceTest {
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void writesWhenThereIsRoomAgain() {
    var disk = new DiskPatience(_ -> true);

    assertTrue(disk.write(() -> failUntil(4, Trouble.DISK)));

    assertEquals(4, attempts.get());
  }

  @Test
  void givesUpWhenTheBotIsToStop() {
    var disk = new DiskPatience(_ -> attempts.get() < 2);

    assertFalse(disk.write(() -> failUntil(Integer.MAX_VALUE, Trouble.DISK)));

    assertEquals(2, attempts.get());
  }

  @Test
  void doesNotInsistOnADamagedFile() {
    var disk = new DiskPatience(_ -> true);

    assertThrows(JournalException.class, () -> disk.write(() -> failUntil(2, Trouble.DAMAGE)));

    assertEquals(1, attempts.get());
  }

  private void failUntil(int attempt, Trouble trouble) {
    if (attempts.incrementAndGet() < attempt) {
      throw Failing.with(trouble);
    }
  }
}
