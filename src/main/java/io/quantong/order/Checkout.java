package io.quantong.order;

import io.quantong.catalogue.Offer;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Trace;
import io.quantong.voucher.Quote;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order would cost and who would pay it, before the click (M2).
 *
 * @param offer what is wanted
 * @param price full price
 * @param voucher what vouchers would pay
 * @param own the rest
 * @param uses lots that would be drawn on, first-expiring first
 * @param trace the calculation line by line
 * @param policyVersion the policy applied
 * @param obstacles every reason why the order would be refused now
 */
public record Checkout(
    Offer offer,
    Money price,
    Money voucher,
    Money own,
    List<Quote.LotUse> uses,
    Trace trace,
    long policyVersion,
    List<Refusal> obstacles) {

  public Checkout {
    uses = List.copyOf(uses);
    obstacles = List.copyOf(obstacles);
  }

  /** This one with more reasons against it. */
  Checkout and(List<Refusal> more) {
    List<Refusal> all = new ArrayList<>(obstacles);
    all.addAll(more);
    return new Checkout(offer, price, voucher, own, uses, trace, policyVersion, all);
  }

  /** This one without the reasons whose code begins so. */
  public Checkout without(String prefix) {
    List<Refusal> rest =
        obstacles.stream().filter(refusal -> !refusal.code().startsWith(prefix)).toList();
    return new Checkout(offer, price, voucher, own, uses, trace, policyVersion, rest);
  }

  /**
   * What somebody wants.
   *
   * @param offerId the offer
   * @param quantity samples, items or hours, 1 to 10,000; not used where a slot is priced by length
   * @param start begin of the slot, local time; null unless instrument time is booked
   * @param end end of the slot, local time
   * @param useVoucher false to pay all oneself
   */
  public record Wish(
      UUID offerId,
      int quantity,
      @Nullable LocalDateTime start,
      @Nullable LocalDateTime end,
      boolean useVoucher) {}

  /**
   * An order to be placed.
   *
   * @param wish what
   * @param sample description of the sample; needed for sample tests, at most 2,000 characters
   * @param purpose what it is for; needed, at most 2,000 characters
   * @param declared the beneficiary declares that it is no excluded service (product section 7)
   * @param shown price and deduction the person saw when clicking
   */
  public record Placement(
      Wish wish, String sample, String purpose, boolean declared, Shown shown) {}

  /**
   * Amounts on the screen at the click; when they no longer hold the order is refused.
   *
   * @param price full price
   * @param voucher deduction
   */
  public record Shown(Money price, Money voucher) {}
}
