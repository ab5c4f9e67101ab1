package io.quantong.demo.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads tab-separated files with a header line from {@code /demo/}. */
final class Tsv {

  private Tsv() {}

  /** One line. Asking for a column that is not there is a bug and throws. */
  record Row(Map<String, String> cells) {

    String text(String column) {
      String value = cells.get(column);
      if (value == null) {
        throw new IllegalArgumentException("no column " + column + " in " + cells.keySet());
      }
      return value;
    }

    int number(String column) {
      return Integer.parseInt(text(column));
    }

    List<String> list(String column) {
      return Arrays.asList(text(column).split(";", -1));
    }

    boolean has(String column) {
      return !text(column).equals("-");
    }
  }

  /** The rows by one of their columns. Asking for a row that is not there is a bug and throws. */
  record Index(String file, Map<String, Row> rows) {

    Row row(String key) {
      Row row = rows.get(key);
      if (row == null) {
        throw new IllegalArgumentException("no row " + key + " in " + file);
      }
      return row;
    }
  }

  static Index index(String file, String column) {
    Map<String, Row> rows = new HashMap<>();
    read(file).forEach(row -> rows.put(row.text(column), row));
    return new Index(file, rows);
  }

  static List<Row> read(String file) {
    List<String> lines = content(file).lines().toList();
    String[] header = lines.getFirst().split("\t", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (cells.length != header.length) {
        throw new IllegalArgumentException(file + ": wrong number of cells: " + line);
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  private static String content(String file) {
    try (InputStream in = Tsv.class.getResourceAsStream("/demo/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("missing resource /demo/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
