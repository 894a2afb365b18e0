package io.verbatim.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where Telegram brings updates, over plain HTTP: whatever ends TLS stands before it. It reads only
 * what shows the secret, and answers only with a status. How long a slow caller may take is a
 * matter of the whole JVM and set where the program starts.
 */
final class WebhookServer implements AutoCloseable {
  /** Calls in hand at once: as many as Telegram is asked for. Each takes 1 MB of memory at most. */
  static final int SIDE_BY_SIDE = 40;

  private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
  private static final int LONGEST = 1 << 20;
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** Takes over what was brought. */
  @FunctionalInterface
  interface Taker {
    /**
     * Takes a body over.
     *
     * @return whether it is on disk, so that Telegram may forget it
     */
    boolean take(String body);
  }

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());
  private final Semaphore places = new Semaphore(SIDE_BY_SIDE);
  private final String path;
  private final WebhookSecret secret;
  private final Taker taker;

  /**
   * Listens from now on.
   *
   * @param taker may be called by many threads
   * @throws IOException if nothing can listen there
   */
  WebhookServer(Receiving.Webhook webhook, WebhookSecret secret, Taker taker) throws IOException {
    this.path = webhook.path();
    this.secret = secret;
    this.taker = taker;
    var host = InetAddress.getByName(webhook.listen().getHostString());
    server = HttpServer.create(new InetSocketAddress(host, webhook.listen().getPort()), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** The port that it listens at. */
  int port() {
    return server.getAddress().getPort();
  }

  /** Takes nothing more, lets what is in hand be finished, for a second at most, and closes. */
  @Override
  public void close() {
    try {
      // Never given back: whoever comes now finds no place, and Telegram comes again.
      var _ = places.tryAcquire(SIDE_BY_SIDE, GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange call) throws IOException {
    try (call) {
      call.sendResponseHeaders(status(call), -1);
    }
  }

  private int status(HttpExchange call) throws IOException {
    if (!call.getRequestURI().getRawPath().equals(path)) {
      return 404;
    }
    if (!call.getRequestMethod().equals("POST")) {
      return 405;
    }
    String shown = call.getRequestHeaders().getFirst(SECRET);
    if (shown == null || !secret.is(shown)) {
      return 401;
    }
    if (!places.tryAcquire()) {
      return 503;
    }
    try {
      byte[] body = call.getRequestBody().readNBytes(LONGEST + 1);
      if (body.length > LONGEST) {
        return 413;
      }
      return taker.take(new String(body, StandardCharsets.UTF_8)) ? 200 : 503;
    } finally {
      places.release();
    }
  }
}
