package io.verbatim.ranking;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The resources with weights, and the names in them. */
final class Weights {
  private Weights() {}

  /**
   * The weights of a shipped resource by name.
   *
   * @throws IllegalArgumentException if one is no number
   */
  static Map<String, Double> shipped(String what, Reading reading) {
    String name = what + "-" + reading.key() + ".properties";
    var properties = new Properties();
    try (InputStream in = Weights.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + name, e);
    }
    var weights = new HashMap<String, Double>();
    properties
        .stringPropertyNames()
        .forEach(key -> weights.put(key, Double.valueOf(properties.getProperty(key))));
    return weights;
  }

  /** {@code HOW_MANY} as {@code how-many}. */
  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant of such a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static <E extends Enum<E>> E constant(Class<E> type, String key) {
    return Enum.valueOf(type, key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
