package io.quantong.demo.city;

import java.text.MessageFormat;

/** Name patterns in Chinese and English. */
final class Labels {

  private final Tsv.Index rows = Tsv.index("labels.tsv", "key");

  String zh(String key, String... arguments) {
    return fill(key, "zh", arguments);
  }

  String en(String key, String... arguments) {
    return fill(key, "en", arguments);
  }

  private String fill(String key, String column, String... arguments) {
    return MessageFormat.format(rows.row(key).text(column), (Object[]) arguments);
  }
}
