package io.quantong.policy;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The stored form of a full set of values: {@code KEY=value}, one a line, keys in byte order. */
final class Frozen {

  private Frozen() {}

  static String write(Map<Parameter, Long> values) {
    Map<String, Long> byName = new TreeMap<>();
    values.forEach((parameter, value) -> byName.put(parameter.name(), value));
    return byName.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  static Map<Parameter, Long> read(String frozen) {
    Map<Parameter, Long> values = new EnumMap<>(Parameter.class);
    frozen
        .lines()
        .forEach(
            line -> {
              int sign = line.indexOf('=');
              values.put(
                  Parameter.valueOf(line.substring(0, sign)),
                  Long.valueOf(line.substring(sign + 1)));
            });
    return values;
  }
}
