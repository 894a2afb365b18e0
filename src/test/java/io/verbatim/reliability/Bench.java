package io.verbatim.reliability;

import io.verbatim.botapi.BotApiDouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a scenario runs: a folder of its own, and bots that start there one after the other.
 *
 * @param folder where state and log of the scenario are
 * @param index folder of the search index, shared so that it is built once
 * @param scale how much is asked
 */
record Bench(Path folder, Path index, Scale scale) {
  /** Settings without which one reader could not ask a thousand questions in a second. */
  static final Map<String, String> UNLIMITED =
      Map.of("TELEGRAM_LIMITS", "off", "TELEGRAM_PER_MINUTE", "1000", "TELEGRAM_AT_ONCE", "1000");

  /** What stands in every question, and nowhere else: it must not be in a log. */
  static final String MARK = "quexil";

  /** A bench in a folder of its own in this one. */
  Bench at(String name) throws IOException {
    return new Bench(Files.createDirectories(folder.resolve(name)), index, scale);
  }

  /** Starts a bot that answers by words and logs what it can. */
  BotProcess start(String url, Map<String, String> settings) throws IOException {
    return start(url, settings, "");
  }

  /**
   * Starts a bot.
   *
   * @param url of the Bot API
   * @param settings environment variables that differ from those of every scenario
   * @param java options for Java
   */
  BotProcess start(String url, Map<String, String> settings, String java) throws IOException {
    var environment = new HashMap<String, String>();
    environment.put("TELEGRAM_BOT_TOKEN", BotApiDouble.TOKEN);
    environment.put("TELEGRAM_API_URL", url);
    environment.put("TELEGRAM_POLL_TIMEOUT", "1s");
    environment.put("VERBATIM_CONFIG", "/dev/null");
    environment.put("VERBATIM_INDEX_FOLDER", index.toString());
    environment.put("VERBATIM_STATE_FOLDER", folder.resolve("state").toString());
    environment.put("VERBATIM_ANSWER_BY", "words");
    environment.put("VERBATIM_LOG_LEVEL", "trace");
    environment.put("VERBATIM_JAVA_OPTS", java);
    environment.putAll(settings);
    return BotProcess.start(environment, folder.resolve("log"));
  }
}
