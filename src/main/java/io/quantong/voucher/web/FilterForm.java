package io.quantong.voucher.web;

import io.quantong.voucher.LotState;
import io.quantong.voucher.Vouchers.IssuedFilter;
import org.jspecify.annotations.Nullable;

/**
 * What of the lots issued is asked for; empty means all.
 *
 * @param district six digits
 * @param state state of the lot
 * @param year budget year
 * @param number how the number begins
 */
record FilterForm(
    @Nullable String district,
    @Nullable LotState state,
    @Nullable Integer year,
    @Nullable String number) {

  IssuedFilter filter() {
    return new IssuedFilter(present(district), state, year, present(number));
  }

  private static @Nullable String present(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
