package io.quantong.claim.web;

import io.quantong.claim.Invoice;
import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it is typed; what cannot be read counts as missing or zero and is refused by the
 * facade with the field named.
 *
 * @param number invoice number
 * @param issuedOn yyyy-MM-dd
 * @param net yuan without tax
 * @param gross yuan with tax
 * @param seller name
 * @param buyer name
 */
record InvoiceForm(
    @Nullable String number,
    @Nullable String issuedOn,
    @Nullable String net,
    @Nullable String gross,
    @Nullable String seller,
    @Nullable String buyer) {

  Invoice invoice() {
    return new Invoice(
        words(number), day(issuedOn), money(net), money(gross), words(seller), words(buyer), null);
  }

  private static @Nullable String words(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private static @Nullable LocalDate day(@Nullable String typed) {
    try {
      return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  /** The amount; nothing for nothing, zero for what is no amount. */
  static @Nullable Money money(@Nullable String typed) {
    try {
      return typed == null || typed.isBlank() ? null : Money.parse(typed);
    } catch (NumberFormatException _) {
      return Money.ZERO;
    }
  }
}
