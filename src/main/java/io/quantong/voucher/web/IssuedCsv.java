package io.quantong.voucher.web;

import io.quantong.kernel.Money;
import io.quantong.voucher.Lot;
import io.quantong.voucher.Vouchers.IssuedLot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Lots as a table file that spreadsheets open without asking: UTF-8 with its mark, no formulas. */
@Component
class IssuedCsv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String LINE = "\r\n";
  private static final String STARTS_A_FORMULA = "=+-@\t\r";
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "owner",
          "district",
          "year",
          "state",
          "face",
          "available",
          "held",
          "used",
          "expired",
          "revoked",
          "issued_on",
          "valid_until",
          "purpose");

  private final MessageSource texts;

  IssuedCsv(MessageSource texts) {
    this.texts = texts;
  }

  byte[] write(List<IssuedLot> lots) {
    String head = line(COLUMNS.stream().map(column -> text("voucher.column." + column)));
    String body = lots.stream().map(this::row).collect(Collectors.joining());
    return (BYTE_ORDER_MARK + head + body).getBytes(StandardCharsets.UTF_8);
  }

  private String row(IssuedLot issued) {
    Lot lot = issued.lot();
    Lot.Parts parts = lot.parts();
    Stream<Money> amounts =
        Stream.of(
            parts.face(),
            parts.available(),
            parts.held(),
            parts.used(),
            parts.expired(),
            parts.revoked());
    return line(
        Stream.of(
                Stream.of(
                    lot.number(),
                    issued.ownerName(),
                    lot.district(),
                    Integer.toString(lot.year()),
                    text("lot.state." + lot.state().name())),
                amounts.map(Money::plain),
                Stream.of(lot.issuedOn().toString(), lot.validUntil().toString(), lot.purpose()))
            .flatMap(part -> part));
  }

  private static String line(Stream<String> fields) {
    return fields.map(IssuedCsv::quoted).collect(Collectors.joining(",", "", LINE));
  }

  /** A text that a spreadsheet would calculate is led by an apostrophe. */
  static String quoted(String field) {
    boolean formula = !field.isEmpty() && STARTS_A_FORMULA.indexOf(field.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + field.replace("\"", "\"\"") + '"';
  }

  private String text(String key) {
    Locale locale = LocaleContextHolder.getLocale();
    return texts.getMessage(key, null, locale);
  }
}
