package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatTest {
  @TempDir Path folder;

  @Test
  void everyBeatMakesTheFileNew() throws Exception {
    Path file = folder.resolve("state").resolve("heartbeat");
    var heartbeat = new Heartbeat(file);
    heartbeat.run();
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

    heartbeat.run();

    assertTrue(Files.getLastModifiedTime(file).toInstant().isAfter(Instant.EPOCH));
  }

  @Test
  void pollingGoesOnWhereNothingCanBeWritten() throws Exception {
    Path blocked = Files.writeString(folder.resolve("file"), "").resolve("heartbeat");

    assertDoesNotThrow(new Heartbeat(blocked)::run);
  }
}
