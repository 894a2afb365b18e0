package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final AtomicReference<Duration> oldest = new AtomicReference<>(Duration.ZERO);
  private final Health health =
      new Health(now::get, oldest::get, () -> 3, () -> Health.Index.READING, 12);
  private final Meters meters = new Meters(health, () -> 7);
  private final HealthServer server = HealthServer.start(0, health, meters::scrape);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    server.close();
    meters.close();
  }

  @Test
  void isGreenWhileItPollsAndAnswers() throws Exception {
    now.set(Instant.EPOCH.plusSeconds(60));
    health.goodPoll();
    now.set(Instant.EPOCH.plusSeconds(170));
    oldest.set(Duration.ofHours(4));
    health.watch(() -> Duration.ofMinutes(4));

    HttpResponse<String> answer = get("/healthz");

    assertEquals(200, answer.statusCode());
    assertEquals(
        """
        {"status":"ok","sincePollSeconds":110,"oldestSeconds":14400,"waiting":3,"inHandSeconds":240,\
        "index":"reading","paragraphs":12}
        """,
        answer.body());
  }

  @Test
  void isRedWithoutAGoodPollForTwoMinutes() throws Exception {
    now.set(Instant.EPOCH.plusSeconds(121));

    assertEquals(503, get("/healthz").statusCode());
  }

  @Test
  void isRedWhenAnUpdateIsInHandForFiveMinutes() throws Exception {
    health.watch(() -> Duration.ofSeconds(301));

    assertEquals(503, get("/healthz").statusCode());
  }

  @Test
  void servesFiguresForPrometheus() throws Exception {
    meters.registry().counter("verbatim.duplicates.possible").increment();
    now.set(Instant.EPOCH.plusSeconds(7));

    String figures = get("/metrics").body();

    assertTrue(figures.contains("verbatim_duplicates_possible_total 1.0\n"), figures);
    assertTrue(figures.contains("verbatim_poll_age_seconds 7.0\n"), figures);
    assertTrue(figures.contains("verbatim_inbox_waiting 3.0\n"), figures);
    assertTrue(figures.contains("verbatim_given_up 7.0\n"), figures);
    assertTrue(figures.contains("jvm_memory_used_bytes{"), figures);
  }

  @Test
  void servesNothingElse() throws Exception {
    assertEquals(404, get("/").statusCode());
    assertEquals(404, get("/healthz/more").statusCode());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
