package io.quantong.budget;

import java.util.List;

/**
 * Writes tables as comma-separated text (RFC 4180) for spreadsheets: marked as UTF-8, every cell
 * quoted, nothing in it ever runs as a formula, long numbers stay whole.
 */
public final class TableFile {

  private static final String MARK = "\uFEFF";
  private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
  private static final int DIGITS_KEPT = 11;

  private TableFile() {}

  /** The file with the given rows, the first of which names the columns. */
  public static String write(List<List<String>> rows) {
    StringBuilder file = new StringBuilder(MARK);
    for (List<String> row : rows) {
      file.append(String.join(",", row.stream().map(TableFile::cell).toList())).append("\r\n");
    }
    return file.toString();
  }

  private static String cell(String text) {
    boolean longNumber = text.length() > DIGITS_KEPT && text.chars().allMatch(Character::isDigit);
    String safe = longNumber || startsFormula(text) ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private static boolean startsFormula(String text) {
    String bare = text.stripLeading();
    return (!text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0)
        || (!bare.isEmpty() && STARTS_FORMULA.indexOf(bare.charAt(0)) >= 0);
  }
}
