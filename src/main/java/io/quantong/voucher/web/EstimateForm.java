package io.quantong.voucher.web;

import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Money;
import io.quantong.voucher.Vouchers;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor types to learn what vouchers would pay; what is missing counts as nothing, what
 * cannot be read is refused.
 *
 * @param kind enterprise or entrepreneur
 * @param district six digits
 * @param staff employees
 * @param sales of last year in yuan
 * @param assets at the end of last year in yuan
 * @param price of the service in yuan
 */
record EstimateForm(
    @Nullable OrganisationKind kind,
    @Nullable String district,
    @Nullable String staff,
    @Nullable String sales,
    @Nullable String assets,
    @Nullable String price) {

  private static final Money UNREADABLE = Money.ofFen(-1);

  /** True when the form was sent. */
  boolean asked() {
    return price != null;
  }

  Vouchers.EstimateRequest request(String usualDistrict) {
    return new Vouchers.EstimateRequest(
        kind == null ? OrganisationKind.ENTERPRISE : kind,
        isBlank(district) ? usualDistrict : String.valueOf(district),
        number(staff),
        amount(sales),
        amount(assets),
        amount(price));
  }

  private static Money amount(@Nullable String typed) {
    return isBlank(typed) ? Money.ZERO : Amounts.read(typed, UNREADABLE);
  }

  private static int number(@Nullable String typed) {
    if (isBlank(typed)) {
      return 0;
    }
    try {
      return Integer.parseInt(String.valueOf(typed).strip());
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  private static boolean isBlank(@Nullable String typed) {
    return typed == null || typed.isBlank();
  }
}
