package io.quantong.order;

import io.quantong.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order with its frozen facts.
 *
 * @param id identifier
 * @param number readable number
 * @param state where it stands
 * @param beneficiaryId organisation that ordered
 * @param beneficiaryName its name when ordered
 * @param providerId library entry
 * @param providerName its name when ordered
 * @param offerId the offer
 * @param service name of the offer when ordered
 * @param price the price split
 * @param policyVersion frozen when ordered
 * @param placedAt when
 * @param dueOn the day on which the next time limit ends; null when none runs
 * @param completedOn day of acceptance; null before
 * @param reportIds files of the result
 */
public record Order(
    UUID id,
    String number,
    OrderState state,
    UUID beneficiaryId,
    String beneficiaryName,
    UUID providerId,
    String providerName,
    UUID offerId,
    String service,
    PriceSplit price,
    long policyVersion,
    Instant placedAt,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate completedOn,
    List<UUID> reportIds) {

  /** True when a time limit was running and its last day has passed. */
  public boolean overdueOn(LocalDate today) {
    return dueOn != null && dueOn.isBefore(today);
  }

  /**
   * Who pays what; the parts add up to the price.
   *
   * @param total full price
   * @param voucher paid by vouchers
   * @param own paid by the beneficiary
   * @param refunded taken off the total after completion
   */
  public record PriceSplit(Money total, Money voucher, Money own, Money refunded) {}
}
