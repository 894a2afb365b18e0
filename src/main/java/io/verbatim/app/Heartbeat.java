package io.verbatim.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is as old as the last good poll, for whoever watches the bot from outside: the health
 * check of the container image looks at its age. Safe for use by many threads.
 */
final class Heartbeat implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final Path file;
  private volatile boolean failing;

  Heartbeat(Path file) {
    this.file = file;
  }

  /** Makes the file new; a file that cannot be written is told once. */
  @Override
  public void run() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, new byte[0]);
      failing = false;
    } catch (IOException e) {
      if (!failing) {
        LOG.atWarn().addKeyValue("file", file).setCause(e).log("Cannot write the heartbeat");
      }
      failing = true;
    }
  }
}
