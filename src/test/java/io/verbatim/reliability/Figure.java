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
 * @param kept whether they are in all that no slow machine excuses: nothing lost, repeated, out of
 *     order
 * @param inTime whether they are in what is a matter of time
 */
record Figure(
    String name, Map<String, Object> measured, String target, boolean kept, boolean inTime) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  Figure {
    measured = new LinkedHashMap<>(measured);
  }

  /** One that is no matter of time. */
  Figure(String name, Map<String, Object> measured, String target, boolean kept) {
    this(name, measured, target, kept, true);
  }

  /** One that is a matter of time as well. */
  Figure inTime(boolean inTime) {
    return new Figure(name, measured, target, kept, inTime);
  }

  /** Whether the target is met. */
  boolean met() {
    return kept && inTime;
  }

  /** One line of JSON. */
  String json(String command, double seconds) {
    var line = new LinkedHashMap<String, Object>();
    line.put("figure", name);
    line.put("measured", measured);
    line.put("target", target);
    line.put("met", met());
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
