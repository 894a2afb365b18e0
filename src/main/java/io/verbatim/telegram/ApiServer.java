package io.verbatim.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * Where the Bot API is served.
 *
 * @param scheme {@code http} or {@code https}
 * @param host name or IP address
 * @param port from 1 to 65535
 */
public record ApiServer(String scheme, String host, int port) {
  /** Telegram's own. */
  public static final ApiServer TELEGRAM = new ApiServer("https", "api.telegram.org", 443);

  /**
   * Reads a base URL. It has no path: the library puts the token right behind host and port
   * (telegrambots-client 10.2.0).
   *
   * @param url such as {@code http://127.0.0.1:8081}
   * @throws IllegalArgumentException if it is anything but scheme, host and, if need be, port
   */
  public static ApiServer parse(String url) {
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      throw expected(url);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean bare = uri.getRawPath() == null || uri.getRawPath().matches("/?");
    if (!scheme.matches("https?")
        || uri.getHost() == null
        || !bare
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || uri.getRawUserInfo() != null
        || uri.getPort() == 0
        || uri.getPort() > 65_535) {
      throw expected(url);
    }
    int usual = scheme.equals("https") ? 443 : 80;
    return new ApiServer(scheme, uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort());
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return scheme + "://" + host + ":" + port;
  }

  TelegramUrl url() {
    // OkHttp wants an IPv6 address without the brackets that java.net.URI keeps.
    return new TelegramUrl(scheme, host.replaceAll("[\\[\\]]", ""), port, false);
  }

  private static IllegalArgumentException expected(String url) {
    return new IllegalArgumentException(
        "'" + url + "' is not the base URL of a Bot API server: expected http(s)://host[:port]");
  }
}
