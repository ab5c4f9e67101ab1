package io.quantong.voucher.web;

import io.quantong.kernel.Money;
import io.quantong.voucher.Vouchers.Estimate;

/**
 * An estimate.
 *
 * @param eligibility what one may get at once, rule by rule
 * @param yearly what one may get in a calendar year
 * @param price asked about
 * @param voucher what vouchers would pay of it
 * @param own the rest
 */
record EstimateJson(
    EligibilityJson eligibility, Money yearly, Money price, Money voucher, Money own) {

  static EstimateJson of(Estimate estimate) {
    return new EstimateJson(
        EligibilityJson.of(estimate.eligibility()),
        estimate.yearly(),
        estimate.quote().price(),
        estimate.quote().deduction(),
        estimate.quote().ownShare());
  }
}
