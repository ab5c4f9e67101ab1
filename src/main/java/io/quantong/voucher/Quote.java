package io.quantong.voucher;

import io.quantong.kernel.Money;
import io.quantong.kernel.Trace;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a voucher would pay of a price, before the click (M2).
 *
 * @param price full price
 * @param deduction what vouchers pay
 * @param ownShare the rest
 * @param uses lots that would be drawn on, first-expiring first
 * @param trace the calculation line by line
 * @param policyVersion the policy applied
 */
public record Quote(
    Money price,
    Money deduction,
    Money ownShare,
    List<LotUse> uses,
    Trace trace,
    long policyVersion) {

  public Quote {
    uses = List.copyOf(uses);
  }

  /**
   * A lot and what is taken from it.
   *
   * @param lotId the lot
   * @param number readable number of the lot
   * @param validUntil last day of the lot
   * @param amount taken
   */
  public record LotUse(UUID lotId, String number, LocalDate validUntil, Money amount) {}
}
