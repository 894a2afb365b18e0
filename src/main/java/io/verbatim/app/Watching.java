package io.verbatim.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.verbatim.journal.Inbox;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an operator can see of a running bot.
 *
 * @param health whether it does its work
 * @param figures what it has done
 * @param server where both are shown, if anywhere
 */
record Watching(Health health, Meters figures, Optional<HealthServer> server)
    implements AutoCloseable {
  /**
   * Begins to watch.
   *
   * @param port of the loopback interface, if it is to be shown
   */
  static Watching start(OptionalInt port, State state, Verbatim verbatim) {
    Inbox inbox = state.journal().inbox();
    var health =
        new Health(
            InstantSource.system(),
            inbox::age,
            inbox::waiting,
            verbatim::indexState,
            verbatim.library().paragraphs());
    var figures = new Meters(health, state.journal()::givenUp);
    Optional<HealthServer> server =
        port.isPresent()
            ? Optional.of(HealthServer.start(port.getAsInt(), health, figures::scrape))
            : Optional.empty();
    return new Watching(health, figures, server);
  }

  /** Where the bot keeps its figures. */
  MeterRegistry meters() {
    return figures.registry();
  }

  /** The server has just answered a poll well. */
  void goodPoll() {
    health.goodPoll();
  }

  @Override
  public void close() {
    server.ifPresent(HealthServer::close);
    figures.close();
  }
}
