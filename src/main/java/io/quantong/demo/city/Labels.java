package io.quantong.demo.city;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;

/** Name patterns in Chinese and English. */
final class Labels {

  private final Map<String, Tsv.Row> rows = new HashMap<>();

  Labels() {
    Tsv.read("labels.tsv").forEach(row -> rows.put(row.text("key"), row));
  }

  String zh(String key, String... arguments) {
    return fill(key, "zh", arguments);
  }

  String en(String key, String... arguments) {
    return fill(key, "en", arguments);
  }

  private String fill(String key, String column, String... arguments) {
    Tsv.Row row = rows.get(key);
    if (row == null) {
      throw new IllegalArgumentException("no label " + key);
    }
    return MessageFormat.format(row.text(column), (Object[]) arguments);
  }
}
