package io.quantong.voucher.web;

import io.quantong.budget.TableFile;
import io.quantong.voucher.Lot;
import io.quantong.voucher.Vouchers.IssuedLot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Lots as a table file. */
@Component
class IssuedCsv {

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
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS.stream().map(column -> text("voucher.column." + column)).toList());
    lots.forEach(lot -> rows.add(row(lot)));
    return TableFile.write(rows).getBytes(StandardCharsets.UTF_8);
  }

  private List<String> row(IssuedLot issued) {
    Lot lot = issued.lot();
    Lot.Parts parts = lot.parts();
    return List.of(
        lot.number(),
        issued.ownerName(),
        lot.district(),
        Integer.toString(lot.year()),
        text("lot.state." + lot.state().name()),
        parts.face().plain(),
        parts.available().plain(),
        parts.held().plain(),
        parts.used().plain(),
        parts.expired().plain(),
        parts.revoked().plain(),
        lot.issuedOn().toString(),
        lot.validUntil().toString(),
        lot.purpose());
  }

  private String text(String key) {
    Locale locale = LocaleContextHolder.getLocale();
    return texts.getMessage(key, null, locale);
  }
}
