package io.quantong.voucher.web;

import io.quantong.kernel.Money;
import io.quantong.voucher.Vouchers;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is typed.
 *
 * @param amount in yuan
 * @param purpose what for, may be missing
 */
record ApplyForm(@Nullable String amount, @Nullable String purpose) {

  Vouchers.ApplicationRequest request() {
    return new Vouchers.ApplicationRequest(
        Amounts.read(amount, Money.ZERO), purpose == null ? "" : purpose);
  }
}
