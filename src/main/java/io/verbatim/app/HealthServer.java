package io.verbatim.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Tells whoever asks on this machine how the bot does: {@code /healthz}, with status 503 when it is
 * stuck, and {@code /metrics} for Prometheus.
 */
final class HealthServer implements AutoCloseable {
  private static final String JSON = "application/json";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HealthServer(HttpServer server, Health health, Supplier<String> metrics) {
    this.server = server;
    server.createContext(
        "/healthz",
        exchange -> {
          Health.Report report = health.report();
          answer(exchange, "/healthz", report.isWell() ? 200 : 503, JSON, report.json() + "\n");
        });
    server.createContext(
        "/metrics", exchange -> answer(exchange, "/metrics", 200, PROMETHEUS, metrics.get()));
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Serves at a port of the loopback interface.
   *
   * @param port 0 for any that is free
   * @throws Failure if the port is taken
   */
  static HealthServer start(int port, Health health, Supplier<String> metrics) {
    try {
      var loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
      var server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
      return new HealthServer(server, health, metrics);
    } catch (IOException e) {
      throw Failure.configuration(
          "cannot listen at 127.0.0.1:%d (%s); %s (%s) may name another port, or off"
              .formatted(port, e, Setting.HEALTH_PORT.key(), Setting.HEALTH_PORT.variable()),
          e);
    }
  }

  /** The port that it listens at. */
  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(
      HttpExchange exchange, String path, int status, String type, String body) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(path)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      boolean bare = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, bare ? -1 : bytes.length);
      if (!bare) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }
}
