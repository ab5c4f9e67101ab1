package io.quantong.payout;

import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.quantong.payout.PayoutRefusal.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the files exchanged with the bank: comma-separated, first line names the
 * columns. The columns of a result are always these six in this order, named in Chinese or English.
 */
final class ResultFile {

  static final List<String> COLUMNS = List.of("支付编号", "金额（元）", "结果", "银行流水号", "失败原因", "日期");

  private static final List<String> COLUMNS_EN =
      List.of("end_to_end_id", "amount_yuan", "outcome", "bank_reference", "reason", "day");

  /** What the bank of the demo says of a payment it returns. */
  static final String SAMPLE_REASON = "AC04 收款账户已销户";

  static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final int MOST_LINES = 5_000;
  private static final String MARK = "\uFEFF";

  private ResultFile() {}

  /** UTF-8, or the GB 18030 that desktop programs here still write. */
  static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("GB18030"));
    }
  }

  /**
   * Reads every line, with the problems of its form.
   *
   * @throws Refused when it is no such file at all
   */
  static List<ResultLine> read(String content) {
    String text = content.startsWith(MARK) ? content.substring(1) : content;
    List<String> rows = text.lines().toList();
    if (rows.size() > MOST_LINES) {
      throw new Refused(new PayoutRefusal(Reason.FILE_TOO_LARGE));
    }
    if (rows.stream().filter(row -> !row.isBlank()).count() < 2) {
      throw new Refused(new PayoutRefusal(Reason.BAD_FILE));
    }
    requireColumns(fields(rows.getFirst()));
    List<ResultLine> lines = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      if (!rows.get(i).isBlank()) {
        lines.add(line(i + 1, fields(rows.get(i))));
      }
    }
    return lines;
  }

  private static void requireColumns(List<String> named) {
    List<String> lower = named.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (!lower.equals(COLUMNS) && !lower.equals(COLUMNS_EN)) {
      String expected = String.join(",", COLUMNS);
      throw new Refused(new PayoutRefusal(Reason.UNKNOWN_COLUMNS, expected));
    }
  }

  private static ResultLine line(int number, List<String> fields) {
    List<String> padded = new ArrayList<>(fields);
    while (padded.size() < COLUMNS.size()) {
      padded.add("");
    }
    List<Refusal> problems = new ArrayList<>();
    if (fields.size() > COLUMNS.size()) {
      problems.add(new PayoutRefusal(Reason.TOO_MANY_FIELDS, number));
    }
    Money amount = amount(padded.get(1));
    ResultLine.Outcome outcome = outcome(padded.get(2));
    LocalDate day = day(padded.get(5));
    if (outcome == ResultLine.Outcome.PENDING) {
      problems.add(new PayoutRefusal(Reason.BAD_OUTCOME, number, padded.get(2)));
    }
    if (outcome == ResultLine.Outcome.OK && padded.get(3).isBlank()) {
      problems.add(new PayoutRefusal(Reason.REFERENCE_MISSING, number));
    }
    if (outcome == ResultLine.Outcome.FAILED && padded.get(4).isBlank()) {
      problems.add(new PayoutRefusal(Reason.REASON_MISSING, number));
    }
    if (day == null) {
      problems.add(new PayoutRefusal(Reason.BAD_DAY, number, padded.get(5)));
    }
    return new ResultLine(
        number, padded.get(0), amount, outcome, padded.get(3), padded.get(4), day, false, problems);
  }

  private static ResultLine.Outcome outcome(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "OK", "成功" -> ResultLine.Outcome.OK;
      case "FAILED", "失败" -> ResultLine.Outcome.FAILED;
      default -> ResultLine.Outcome.PENDING;
    };
  }

  private static @Nullable Money amount(String text) {
    try {
      return Money.parse(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text.replace('/', '-'));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Splits a line; quoted fields may hold commas and doubled quotes. */
  static List<String> fields(String row) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (quoted && c == '"' && i + 1 < row.length() && row.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(bare(field));
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(bare(field));
    return fields;
  }

  /** Without the apostrophe or tab that keeps long numbers whole in a spreadsheet. */
  private static String bare(StringBuilder field) {
    String text = field.toString().strip();
    return text.startsWith("'") ? text.substring(1) : text;
  }
}
