package io.verbatim.app;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.event.Level;

/**
 * A key that an operator can set. {@code config/verbatim.example.conf} and the table in README are
 * checked against {@link #ALL}.
 *
 * @param key path in the configuration file
 * @param variable environment variable that overrides the file
 * @param byDefault the value when neither sets it, as it would be written
 * @param expected what a value must be, for people to read
 * @param why what the key is for, in one line
 * @param reading turns what is written into what is used
 */
record Setting<T>(
    String key,
    String variable,
    String byDefault,
    String expected,
    String why,
    Reading<T> reading) {

  static final Setting<Path> ARTICLES =
      new Setting<>(
          "articles",
          "VERBATIM_ARTICLES",
          "seeds",
          "a file or a folder",
          "what readers can ask about: a text or Markdown file, or a folder of them",
          Setting::path);

  static final Setting<Path> INDEX_FOLDER =
      new Setting<>(
          "index.folder",
          "VERBATIM_INDEX_FOLDER",
          ".verbatim/index",
          "a folder",
          "where the search index is kept; it can be deleted and is rebuilt",
          Setting::path);

  static final Setting<Path> STATE_FOLDER =
      new Setting<>(
          "state.folder",
          "VERBATIM_STATE_FOLDER",
          ".verbatim",
          "a folder",
          "where the bot's journal and heartbeat and the history of the terminal chat are kept",
          Setting::path);

  static final Setting<Boolean> ANSWER_BY =
      new Setting<>(
          "answer.by",
          "VERBATIM_ANSWER_BY",
          "meaning",
          "meaning or words",
          "what finds answers: the meaning, by the encoders, or the words alone, in less memory",
          Setting::byMeaning);

  static final Setting<Optional<Path>> TOKEN_FILE =
      new Setting<>(
          "telegram.token-file",
          "TELEGRAM_BOT_TOKEN_FILE",
          "",
          "a file, or nothing",
          "a file with the bot's token alone in it; TELEGRAM_BOT_TOKEN itself goes before it",
          (config, key) ->
              Optional.of(config.getString(key)).filter(s -> !s.isBlank()).map(Path::of));

  static final Setting<URI> API_URL =
      new Setting<>(
          "telegram.api-url",
          "TELEGRAM_API_URL",
          "https://api.telegram.org",
          "http:// or https://, a host and perhaps a port",
          "the Bot API server to talk to; change it for a server of your own",
          Setting::server);

  static final Setting<Duration> POLL_TIMEOUT =
      new Setting<>(
          "telegram.poll-timeout",
          "TELEGRAM_POLL_TIMEOUT",
          "50 s",
          "a time from 1 s to 50 s, with its unit",
          "how long Telegram may hold a poll that has nothing to tell",
          Setting::pollTimeout);

  static final Setting<Optional<URI>> WEBHOOK_URL =
      new Setting<>(
          "telegram.webhook.url",
          "TELEGRAM_WEBHOOK_URL",
          "",
          "https:// with a host, perhaps port 443, 80, 88 or 8443, and a path; or nothing",
          "public address where Telegram brings updates; with none, the bot polls for them",
          Setting::webhook);

  static final Setting<InetSocketAddress> WEBHOOK_LISTEN =
      new Setting<>(
          "telegram.webhook.listen",
          "TELEGRAM_WEBHOOK_LISTEN",
          "127.0.0.1:8082",
          "host:port",
          "where the bot waits for the webhook's calls, behind a proxy that ends TLS",
          Setting::address);

  static final Setting<Boolean> LIMITS =
      new Setting<>(
          "telegram.limits",
          "TELEGRAM_LIMITS",
          "on",
          "on or off",
          "whether to keep to Telegram's limits of sending; off for a server of your own without"
              + " any",
          Setting::onOrOff);

  static final Setting<Integer> PER_MINUTE =
      new Setting<>(
          "telegram.per-minute",
          "TELEGRAM_PER_MINUTE",
          "30",
          "a number from 1 to 1000",
          "how many requests of one reader are answered in a minute",
          Setting::number);

  static final Setting<Integer> AT_ONCE =
      new Setting<>(
          "telegram.at-once",
          "TELEGRAM_AT_ONCE",
          "20",
          "a number from 1 to 1000",
          "how many requests of one reader may come at once",
          Setting::number);

  static final Setting<Set<Long>> READERS =
      new Setting<>(
          "telegram.readers",
          "TELEGRAM_READERS",
          "",
          "numeric ids, or nothing",
          "who may use the bot; with no readers and no chats named, everybody may",
          Setting::ids);

  static final Setting<Set<Long>> CHATS =
      new Setting<>(
          "telegram.chats",
          "TELEGRAM_CHATS",
          "",
          "numeric ids, or nothing",
          "groups in which everybody may use the bot",
          Setting::ids);

  static final Setting<Set<Long>> ADMINS =
      new Setting<>(
          "telegram.admins",
          "TELEGRAM_ADMINS",
          "",
          "numeric ids, or nothing",
          "the operator's own people, who may do more and have no limits",
          Setting::ids);

  static final Setting<Optional<String>> NAME =
      new Setting<>(
          "telegram.name",
          "TELEGRAM_NAME",
          "",
          "1 to 64 characters, or nothing",
          "the bot's name in Telegram; nothing leaves the one that BotFather was told",
          Setting::name);

  static final Setting<Boolean> KEEP_QUESTIONS =
      new Setting<>(
          "feedback.keep-questions",
          "VERBATIM_FEEDBACK_KEEP_QUESTIONS",
          "off",
          "on or off",
          "whether questions that were voted on or not covered are kept, without names, for"
              + " verbatim feedback export",
          Setting::onOrOff);

  static final Setting<OptionalInt> HEALTH_PORT =
      new Setting<>(
          "health.port",
          "VERBATIM_HEALTH_PORT",
          "off",
          "off, or a port from 1 to 65535",
          "port of 127.0.0.1 where /healthz and /metrics are served",
          Setting::port);

  static final Setting<Optional<Level>> LOG_LEVEL =
      new Setting<>(
          "log.level",
          "VERBATIM_LOG_LEVEL",
          "auto",
          "auto, error, warn, info, debug or trace",
          "what is logged to standard error; auto is info for the bot and warn for all else",
          Setting::level);

  /** Every key there is, in the order of the example. */
  static final List<Setting<?>> ALL =
      List.of(
          ARTICLES,
          INDEX_FOLDER,
          STATE_FOLDER,
          ANSWER_BY,
          TOKEN_FILE,
          API_URL,
          POLL_TIMEOUT,
          WEBHOOK_URL,
          WEBHOOK_LISTEN,
          LIMITS,
          PER_MINUTE,
          AT_ONCE,
          READERS,
          CHATS,
          ADMINS,
          NAME,
          KEEP_QUESTIONS,
          HEALTH_PORT,
          LOG_LEVEL);

  /** Bot API, setMyName. */
  private static final int LONGEST_NAME = 64;

  /** All that Telegram calls; -1 for the usual one. */
  private static final Set<Integer> WEBHOOK_PORTS = Set.of(-1, 443, 80, 88, 8443);

  /** Reads a value. */
  @FunctionalInterface
  interface Reading<T> {
    /**
     * The value at a key.
     *
     * @throws ConfigException if the value is of another kind
     * @throws IllegalArgumentException if the value is not allowed
     */
    T read(Config config, String key);
  }

  private static Path path(Config config, String key) {
    String written = config.getString(key);
    if (written.isBlank()) {
      throw new IllegalArgumentException("blank");
    }
    return Path.of(written);
  }

  private static Optional<String> name(Config config, String key) {
    String name = config.getString(key).strip();
    if (name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("too long");
    }
    return Optional.of(name).filter(written -> !written.isEmpty());
  }

  private static boolean byMeaning(Config config, String key) {
    return switch (config.getString(key)) {
      case "meaning" -> true;
      case "words" -> false;
      default -> throw new IllegalArgumentException("neither");
    };
  }

  private static URI server(Config config, String key) {
    URI uri = URI.create(config.getString(key));
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    boolean bare =
        uri.getRawUserInfo() == null
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
    if (!web || uri.getHost() == null || !bare || uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw new IllegalArgumentException("not a server");
    }
    return uri;
  }

  private static Duration pollTimeout(Config config, String key) {
    // A bare number would be milliseconds, which nobody means.
    if (config.getString(key).strip().matches("[0-9.]*")) {
      throw new IllegalArgumentException("no unit");
    }
    Duration timeout = config.getDuration(key);
    if (timeout.toSeconds() < 1 || timeout.compareTo(Duration.ofSeconds(50)) > 0) {
      throw new IllegalArgumentException("out of range");
    }
    return timeout;
  }

  private static Optional<URI> webhook(Config config, String key) {
    if (config.getString(key).isBlank()) {
      return Optional.empty();
    }
    URI uri = URI.create(config.getString(key).strip());
    boolean bare =
        uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
    if (!"https".equals(uri.getScheme())
        || uri.getHost() == null
        || !bare
        || !WEBHOOK_PORTS.contains(uri.getPort())) {
      throw new IllegalArgumentException("no webhook");
    }
    return Optional.of(uri);
  }

  private static InetSocketAddress address(Config config, String key) {
    URI uri = URI.create("tcp://" + config.getString(key).strip());
    if (uri.getHost() == null
        || !uri.getRawAuthority().equals(uri.getHost() + ":" + uri.getPort())
        || !uri.getRawSchemeSpecificPart().equals("//" + uri.getRawAuthority())
        || uri.getPort() < 1
        || uri.getPort() > 65_535) {
      throw new IllegalArgumentException("no host and port");
    }
    return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort());
  }

  private static boolean onOrOff(Config config, String key) {
    return switch (config.getString(key)) {
      case "on", "true" -> true; // a bare on is a boolean in HOCON
      case "off", "false" -> false;
      default -> throw new IllegalArgumentException("neither on nor off");
    };
  }

  private static int number(Config config, String key) {
    int number = config.getInt(key);
    if (number < 1 || number > 1_000) {
      throw new IllegalArgumentException("out of range");
    }
    return number;
  }

  private static Set<Long> ids(Config config, String key) {
    return config.getString(key).isBlank()
        ? Set.of()
        : Arrays.stream(config.getString(key).strip().split("[\\s,]+"))
            .map(Long::valueOf)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static OptionalInt port(Config config, String key) {
    String written = config.getString(key);
    if (written.equals("off") || written.equals("false")) {
      return OptionalInt.empty();
    }
    int port = Integer.parseInt(written);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("no port");
    }
    return OptionalInt.of(port);
  }

  private static Optional<Level> level(Config config, String key) {
    String written = config.getString(key);
    return written.equals("auto")
        ? Optional.empty()
        : Optional.of(Level.valueOf(written.toUpperCase(Locale.ROOT)));
  }
}
