package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiServerTest {
  @Test
  void readsABaseUrl() {
    assertEquals(ApiServer.TELEGRAM, ApiServer.parse("https://api.telegram.org"));
    assertEquals(
        new ApiServer("http", "127.0.0.1", 8081), ApiServer.parse("HTTP://127.0.0.1:8081/"));
    assertEquals(new ApiServer("http", "local", 80), ApiServer.parse(" http://local "));
    assertEquals("https://api.telegram.org:443", ApiServer.TELEGRAM.toString());
    assertEquals("::1", ApiServer.parse("http://[::1]:8081").url().getHost());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.telegram.org",
        "localhost:8081",
        "ftp://host",
        "http://host/path",
        "http://host?x=1",
        "http://user:pass@host",
        "http://host:0",
        "http://host:70000",
        "http://",
        "http://a b",
      })
  void refusesWhatTheLibraryCannotReach(String url) {
    assertThrows(IllegalArgumentException.class, () -> ApiServer.parse(url));
  }
}
