package io.verbatim.app;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.verbatim.telegram.Receiving;
import io.verbatim.telegram.Rules;
import io.verbatim.telegram.Token;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.event.Level;

/**
 * What an operator has set: the environment before the configuration file before the defaults.
 *
 * @param articles file or folder of what can be asked about
 * @param index folder of the search index
 * @param state folder of what outlives a run
 * @param byMeaning whether the encoders are used
 * @param token the bot's token, if there is one
 * @param api the Bot API server
 * @param receiving how updates come to the bot
 * @param rules who may use the bot, and how much
 * @param name that the bot is to have in Telegram; empty for the one that it has
 * @param keepsQuestions whether questions are kept for the operator to read
 * @param healthPort port of the loopback interface for {@link HealthServer}, if it is to run
 * @param log what is logged, empty for the default of the command that runs
 */
record Settings(
    Path articles,
    Path index,
    Path state,
    boolean byMeaning,
    Optional<Token> token,
    URI api,
    Receiving receiving,
    Rules rules,
    Optional<String> name,
    boolean keepsQuestions,
    OptionalInt healthPort,
    Optional<Level> log) {
  static final String CONFIG_VARIABLE = "VERBATIM_CONFIG";
  static final String TOKEN_VARIABLE = "TELEGRAM_BOT_TOKEN";

  /**
   * Reads the settings. A relative path starts at {@code here} when it comes from the command line
   * or the environment, and at {@code home} when it comes from the file or is a default. An
   * environment variable that is set to nothing counts as not set.
   *
   * @param file the configuration file, if one was named; else {@code VERBATIM_CONFIG} says, else
   *     {@code config/verbatim.conf} is read if there is one
   * @param home folder of the program
   * @param here current folder
   * @param environment variables by name
   * @throws Failure with a line for every key that is unknown and every value that is not allowed
   */
  static Settings read(Optional<Path> file, Path home, Path here, Map<String, String> environment) {
    Map<String, String> variables =
        environment.entrySet().stream()
            .filter(variable -> !variable.getValue().isBlank())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    var reader = new Reader(home, here, variables, layers(file, home, here, variables));
    return reader.settings();
  }

  /** These settings with other articles. */
  Settings withArticles(Path others) {
    return new Settings(
        others,
        index,
        state,
        byMeaning,
        token,
        api,
        receiving,
        rules,
        name,
        keepsQuestions,
        healthPort,
        log);
  }

  private static Config layers(
      Optional<Path> file, Path home, Path here, Map<String, String> variables) {
    Config environment = ConfigFactory.empty();
    Config defaults = ConfigFactory.empty();
    for (Setting<?> setting : Setting.ALL) {
      defaults = with(defaults, setting, setting.byDefault(), "default");
      String value = variables.get(setting.variable());
      if (value != null) {
        String origin = "environment variable " + setting.variable();
        environment = with(environment, setting, value, origin);
      }
    }
    return environment.withFallback(parsed(file, home, here, variables)).withFallback(defaults);
  }

  private static Config with(Config config, Setting<?> setting, String value, String origin) {
    return config.withValue(setting.key(), ConfigValueFactory.fromAnyRef(value, origin));
  }

  private static Config parsed(
      Optional<Path> file, Path home, Path here, Map<String, String> variables) {
    Optional<Path> named =
        file.or(() -> Optional.ofNullable(variables.get(CONFIG_VARIABLE)).map(Path::of))
            .map(here::resolve);
    Path path = named.orElse(home.resolve("config").resolve("verbatim.conf"));
    if (named.isEmpty() && Files.notExists(path)) {
      return ConfigFactory.empty();
    }
    try {
      var options = ConfigParseOptions.defaults().setAllowMissing(false);
      return ConfigFactory.parseFile(path.toFile(), options).resolve();
    } catch (ConfigException e) {
      throw Failure.configuration("cannot read the configuration: " + e.getMessage(), e);
    }
  }

  /** Reads every key and gathers what is wrong, so that one run shows all of it. */
  private static final class Reader {
    private final Path home;
    private final Path here;
    private final Map<String, String> variables;
    private final Config config;
    private final List<String> wrongs = new ArrayList<>();

    Reader(Path home, Path here, Map<String, String> variables, Config config) {
      this.home = home;
      this.here = here;
      this.variables = variables;
      this.config = config;
    }

    Settings settings() {
      refuseUnknown(config.root(), List.of());
      Optional<Path> articles =
          value(Setting.ARTICLES).map(path -> absolute(Setting.ARTICLES, path));
      Optional<Path> index =
          value(Setting.INDEX_FOLDER).map(path -> absolute(Setting.INDEX_FOLDER, path));
      Optional<Path> state =
          value(Setting.STATE_FOLDER).map(path -> absolute(Setting.STATE_FOLDER, path));
      Optional<Boolean> byMeaning = value(Setting.ANSWER_BY);
      Optional<URI> api = value(Setting.API_URL);
      Optional<Receiving> receiving = receiving();
      Optional<Rules> rules = rules();
      Optional<Optional<String>> name = value(Setting.NAME);
      Optional<Boolean> keepsQuestions = value(Setting.KEEP_QUESTIONS);
      Optional<OptionalInt> healthPort = value(Setting.HEALTH_PORT);
      Optional<Optional<Level>> log = value(Setting.LOG_LEVEL);
      Optional<Token> token = token();
      if (!wrongs.isEmpty()) {
        throw Failure.configuration(String.join("\n", wrongs));
      }
      return new Settings(
          articles.orElseThrow(),
          index.orElseThrow(),
          state.orElseThrow(),
          byMeaning.orElseThrow(),
          token,
          api.orElseThrow(),
          receiving.orElseThrow(),
          rules.orElseThrow(),
          name.orElseThrow(),
          keepsQuestions.orElseThrow(),
          healthPort.orElseThrow(),
          log.orElseThrow());
    }

    private Optional<Receiving> receiving() {
      Optional<Duration> patience = value(Setting.POLL_TIMEOUT);
      Optional<Optional<URI>> url = value(Setting.WEBHOOK_URL);
      Optional<InetSocketAddress> listen = value(Setting.WEBHOOK_LISTEN);
      return !wrongs.isEmpty()
          ? Optional.empty()
          : Optional.of(
              url.orElseThrow()
                  .<Receiving>map(to -> new Receiving.Webhook(to, listen.orElseThrow()))
                  .orElseGet(() -> new Receiving.Polling(patience.orElseThrow())));
    }

    private Optional<Rules> rules() {
      Optional<Boolean> limits = value(Setting.LIMITS);
      Optional<Integer> perMinute = value(Setting.PER_MINUTE);
      Optional<Integer> atOnce = value(Setting.AT_ONCE);
      Optional<Set<Long>> readers = value(Setting.READERS);
      Optional<Set<Long>> chats = value(Setting.CHATS);
      Optional<Set<Long>> admins = value(Setting.ADMINS);
      return !wrongs.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Rules(
                  limits.orElseThrow(),
                  perMinute.orElseThrow(),
                  atOnce.orElseThrow(),
                  readers.orElseThrow(),
                  chats.orElseThrow(),
                  admins.orElseThrow()));
    }

    private void refuseUnknown(ConfigObject object, List<String> above) {
      object.forEach((name, value) -> {
        var path = new ArrayList<>(above);
        path.add(name);
        String key = ConfigUtil.joinPath(path);
        boolean known = Setting.ALL.stream().anyMatch(setting -> setting.key().equals(key));
        if (!known && value instanceof ConfigObject inner) {
          refuseUnknown(inner, path);
        } else if (!known) {
          wrongs.add(
              "%s: unknown key %s = %s, expected one of %s"
                  .formatted(where(value.origin()), key, shown(key, value), keys()));
        }
      });
    }

    private <T> Optional<T> value(Setting<T> setting) {
      try {
        return Optional.of(setting.reading().read(config, setting.key()));
      } catch (ConfigException | IllegalArgumentException e) {
        ConfigValue value = find(setting.key());
        wrongs.add(
            "%s: %s = %s, expected %s"
                .formatted(
                    where(value.origin()),
                    setting.key(),
                    shown(setting.key(), value),
                    setting.expected()));
        return Optional.empty();
      }
    }

    /** What stands at a key, or else what stands in its way. */
    private ConfigValue find(String key) {
      ConfigValue value = config.root();
      for (String name : ConfigUtil.splitPath(key)) {
        value = value instanceof ConfigObject inside ? inside.getOrDefault(name, inside) : value;
      }
      return value;
    }

    private Path absolute(Setting<?> setting, Path path) {
      return (variables.containsKey(setting.variable()) ? here : home).resolve(path).normalize();
    }

    private Optional<Token> token() {
      String written = variables.get(TOKEN_VARIABLE);
      if (written != null) {
        return token(written, "environment variable " + TOKEN_VARIABLE);
      }
      Optional<Path> file =
          value(Setting.TOKEN_FILE)
              .flatMap(path -> path)
              .map(path -> absolute(Setting.TOKEN_FILE, path));
      if (file.isEmpty()) {
        return Optional.empty();
      }
      try {
        return token(Files.readString(file.get()), "file " + file.get());
      } catch (IOException e) {
        wrongs.add("cannot read the token from " + file.get() + ": " + e);
        return Optional.empty();
      }
    }

    private Optional<Token> token(String written, String where) {
      try {
        return Optional.of(new Token(written));
      } catch (IllegalArgumentException e) {
        wrongs.add(
            where + ": not a token, expected digits, a colon and a key, as @BotFather gives");
        return Optional.empty();
      }
    }

    private static String where(ConfigOrigin origin) {
      String file = origin.filename();
      return file == null ? origin.description() : file + ":" + origin.lineNumber();
    }

    private static String shown(String key, ConfigValue value) {
      boolean secret = key.toLowerCase(Locale.ROOT).contains("token") && !key.endsWith("-file");
      if (secret) {
        return "(hidden)";
      }
      boolean many = value instanceof ConfigObject || value instanceof ConfigList;
      return many ? "(" + value.valueType() + ")" : String.valueOf(value.unwrapped());
    }

    private static String keys() {
      return Setting.ALL.stream().map(Setting::key).collect(Collectors.joining(", "));
    }
  }
}
