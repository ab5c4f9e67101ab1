package io.quantong.order;

import io.quantong.catalogue.Offer;
import io.quantong.kernel.Money;
import io.quantong.kernel.Trace;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order with everything frozen when it was placed.
 *
 * @param order the order
 * @param parties who and where
 * @param subject what was ordered
 * @param settlement what happened to the own share and to refunds
 * @param trace how the split came about
 */
public record OrderFacts(
    Order order, Parties parties, Subject subject, Settlement settlement, Trace trace) {

  /**
   * Both sides when the order was placed.
   *
   * @param providerOrganisationId organisation behind the library entry
   * @param beneficiaryDistrict six digits; null outside the city
   * @param providerDistrict six digits; null outside the city
   * @param admittingDistrict district that supervises the provider
   * @param providerPlace in words
   * @param placedBy person who clicked
   */
  public record Parties(
      UUID providerOrganisationId,
      @Nullable String beneficiaryDistrict,
      @Nullable String providerDistrict,
      String admittingDistrict,
      String providerPlace,
      UUID placedBy) {}

  /**
   * The service.
   *
   * @param serviceEn English name
   * @param mode how it is used
   * @param basis what the unit price counts
   * @param unitPrice when ordered
   * @param quantity units; 1 where a slot is priced by its length
   * @param start begin of the slot, local time; null without one
   * @param end end of the slot
   * @param content what is done
   * @param process how it goes
   * @param sample description by the beneficiary, may be empty
   * @param purpose what it is for
   */
  public record Subject(
      String serviceEn,
      Offer.Mode mode,
      Offer.Basis basis,
      Money unitPrice,
      int quantity,
      @Nullable LocalDateTime start,
      @Nullable LocalDateTime end,
      String content,
      String process,
      String sample,
      String purpose) {

    /** True when the length of the booked slot decides the price. */
    public boolean pricedBySlot() {
      return start != null && basis == Offer.Basis.HOUR;
    }
  }

  /**
   * Money beside the voucher.
   *
   * @param refundedVoucher deduction reversed by refunds
   * @param ownPaidAt the beneficiary stated the payment
   * @param ownPaidReference its bank reference, may be empty
   * @param ownReceivedAt the provider confirmed the receipt
   */
  public record Settlement(
      Money refundedVoucher,
      @Nullable Instant ownPaidAt,
      @Nullable String ownPaidReference,
      @Nullable Instant ownReceivedAt) {}

  /** The voucher part still standing after refunds. */
  public Money voucherLeft() {
    return order.price().voucher().minus(settlement.refundedVoucher());
  }

  /** What of the full price was not refunded. */
  public Money priceLeft() {
    return order.price().total().minus(order.price().refunded());
  }
}
