package io.verbatim.reliability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a scenario measured.
 *
 * @param name of the scenario, and of the part of it if there are several
 * @param measured values by name, in reading order; a number of seconds ends in {@code S}, of
 *     milliseconds in {@code Ms}
 * @param target what they must be, for people to read
 * @param met whether they are
 */
record Figure(String name, Map<String, Object> measured, String target, boolean met) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  Figure {
    measured = new LinkedHashMap<>(measured);
  }

  /** One line of JSON. */
  String json(String command, double seconds) {
    var line = new LinkedHashMap<String, Object>();
    line.put("figure", name);
    line.put("measured", measured);
    line.put("target", target);
    line.put("met", met);
    line.put("seconds", Math.round(seconds * 10) / 10.0);
    line.put("command", command);
    try {
      return MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a figure", e);
    }
  }

  /** Values by name, in the order given: name, value, name, value. */
  static Map<String, Object> values(Object... namesAndValues) {
    var values = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return values;
  }
}
