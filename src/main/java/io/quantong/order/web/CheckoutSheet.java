package io.quantong.order.web;

import io.quantong.booking.Bookings.Slot;
import io.quantong.catalogue.Offer;
import io.quantong.order.Checkout;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checkout page.
 *
 * @param form what is wanted
 * @param quote what it costs and what speaks against it
 * @param free free time soon; empty unless time is booked
 * @param promises the time limits that will run
 */
record CheckoutSheet(WishForm form, Checkout quote, List<Free> free, Promises promises) {

  CheckoutSheet {
    free = List.copyOf(free);
  }

  /** True when instrument time is booked. */
  public boolean bySlot() {
    return quote.offer().instrumentId() != null;
  }

  /** True when the number of units decides the price. */
  public boolean byQuantity() {
    return !bySlot() || quote.offer().basis() != Offer.Basis.HOUR;
  }

  /** True when there is a price to show. */
  public boolean priced() {
    return quote.price().isPositive();
  }

  /** True when nothing speaks against the order. */
  public boolean clear() {
    return quote.obstacles().isEmpty();
  }

  /** True when a reason of this code stands. */
  public boolean against(String code) {
    return quote.obstacles().stream().anyMatch(refusal -> refusal.code().equals(code));
  }

  /**
   * Time limits, from the policy that will stay with the order.
   *
   * @param answerWorkingDays provider answers
   * @param serviceDays service is finished
   * @param acceptanceDays beneficiary accepts
   */
  record Promises(int answerWorkingDays, int serviceDays, int acceptanceDays) {}

  /**
   * A stretch of free time and what a click on it takes.
   *
   * @param slot the stretch
   * @param take end of what is taken by a click; at most the stretch
   */
  record Free(Slot slot, LocalDateTime take) {

    static Free of(Slot slot, Duration wanted) {
      LocalDateTime end = slot.start().plus(wanted);
      return new Free(slot, end.isAfter(slot.end()) ? slot.end() : end);
    }

    /** What the button sends. */
    public String value() {
      return slot.start() + "/" + take;
    }

    /** Hours of the stretch, halves shown. */
    public String hours() {
      long minutes = Duration.between(slot.start(), slot.end()).toMinutes();
      long tenths = Math.floorDiv(minutes * 10, 60);
      return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    public boolean chosen(@Nullable LocalDateTime start) {
      return start != null && !start.isBefore(slot.start()) && start.isBefore(slot.end());
    }
  }
}
